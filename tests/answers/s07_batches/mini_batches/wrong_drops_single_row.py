# fails: test_other_sizes
# diagnosis: LEFT_OUT.single
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    batches = []
    for start in range(0, len(order) - 1, batch_size):
        rows = order[start : start + batch_size]
        batches.append((features[rows], labels[rows]))
    return batches


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
