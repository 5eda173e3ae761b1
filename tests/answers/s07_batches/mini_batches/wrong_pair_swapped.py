# fails: test_batches
# diagnosis: SHAPE.swapped
# labels first, features second
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(labels[rows], features[rows]) for rows in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
