# fails: test_batches
# diagnosis: SIZES.filled
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    missing = -len(order) % batch_size
    order = np.concatenate([order, order[:missing]])
    starts = range(0, len(order), batch_size)
    return [(features[order[i : i + batch_size]], labels[order[i : i + batch_size]]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
