# fails: test_other_sizes
# diagnosis: LEFT_OUT.more
# a last batch of three rows is lost
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    parts = [part for part in parts if len(part) != 3 or batch_size == 3 or len(order) == 3]
    return [(features[rows], labels[rows]) for rows in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
