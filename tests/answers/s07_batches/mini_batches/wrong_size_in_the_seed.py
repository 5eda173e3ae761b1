# fails: test_seed
# diagnosis: OTHER_CUT.otherwise
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng([seed, batch_size]).permutation(len(features))
    cuts = range(batch_size, len(order), batch_size)
    return [(features[rows], labels[rows]) for rows in np.split(order, cuts)]


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
