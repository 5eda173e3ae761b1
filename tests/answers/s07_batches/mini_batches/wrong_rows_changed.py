# fails: test_every_row, test_other_sizes
# diagnosis: ROWS.none, ONCE.changed
# the mean is taken off the features
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(features[rows] - features.mean(axis=0), labels[rows]) for rows in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
