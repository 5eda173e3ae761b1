# fails: test_batches
# diagnosis: SIZES.inside
# filled from the end, so that the first batch is short
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    ends = range(len(features), 0, -batch_size)
    parts = [order[max(0, end - batch_size) : end] for end in ends][::-1]
    return [(features[part], labels[part]) for part in parts]


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
