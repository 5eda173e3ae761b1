# fails: test_seed
# diagnosis: SEED.numpy
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.permutation(len(features))
    starts = range(0, len(features), batch_size)
    return [(features[order[i : i + batch_size]], labels[order[i : i + batch_size]]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
