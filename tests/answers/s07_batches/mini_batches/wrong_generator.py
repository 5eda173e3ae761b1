# fails: test_batches
# diagnosis: LIST.once
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    for i in range(0, len(features), batch_size):
        yield features[order[i : i + batch_size]], labels[order[i : i + batch_size]]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
