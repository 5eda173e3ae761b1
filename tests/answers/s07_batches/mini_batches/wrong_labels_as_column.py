# fails: test_batches
# diagnosis: SHAPE.column
# the labels come back as a column
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(features[rows], labels[rows].reshape(-1, 1)) for rows in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
