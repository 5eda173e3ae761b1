# fails: test_batches
# diagnosis: SIZES.even
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    parts = np.array_split(order, math.ceil(len(order) / batch_size))
    return [(features[rows], labels[rows]) for rows in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
