# fails: test_batches
# diagnosis: SIZES.number
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    return [(features[rows], labels[rows]) for rows in np.array_split(order, batch_size)]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
