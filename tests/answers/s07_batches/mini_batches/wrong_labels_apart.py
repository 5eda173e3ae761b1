# fails: test_pairs
# diagnosis: BESIDE.apart
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    rng = np.random.default_rng(seed)
    features, labels = rng.permutation(features), rng.permutation(labels)
    starts = range(0, len(features), batch_size)
    return [(features[i : i + batch_size], labels[i : i + batch_size]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
