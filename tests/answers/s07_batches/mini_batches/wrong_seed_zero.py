# fails: test_seed
# diagnosis: SEED.zero
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    rng = np.random.default_rng(seed if seed else None)
    order = rng.permutation(len(features))
    starts = range(0, len(features), batch_size)
    return [(features[order[i : i + batch_size]], labels[order[i : i + batch_size]]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
