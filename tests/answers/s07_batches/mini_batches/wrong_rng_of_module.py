# fails: test_seed
# diagnosis: CALLS.kept
import math

import numpy as np

RNG = np.random.default_rng(0)


def mini_batches(features, labels, batch_size, seed):
    order = RNG.permutation(len(features))
    starts = range(0, len(features), batch_size)
    return [(features[order[i : i + batch_size]], labels[order[i : i + batch_size]]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
