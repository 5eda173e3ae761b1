# fails: test_other_sizes
# diagnosis: LEFT_OUT.single
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order) - 1, batch_size)]
    if len(order) == 1:
        parts = [order]
    return [(features[rows], labels[rows]) for rows in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
