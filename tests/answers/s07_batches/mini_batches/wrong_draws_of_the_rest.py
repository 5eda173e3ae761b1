# fails: test_seed
# diagnosis: OTHER_CUT.otherwise
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    generator, rest, pairs = np.random.default_rng(seed), np.arange(len(labels)), []
    while len(rest):
        rows = generator.choice(rest, min(batch_size, len(rest)), replace=False)
        rest = np.setdiff1d(rest, rows)
        pairs.append((features[rows], labels[rows]))
    return pairs


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
