# fails: test_leaves_alone
# diagnosis: expect.CALL.changed
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    features[:] = features[order]
    labels[:] = labels[order]
    starts = range(0, len(features), batch_size)
    return [(features[i : i + batch_size], labels[i : i + batch_size]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
