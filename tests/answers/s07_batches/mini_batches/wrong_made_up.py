# fails: test_every_row
# diagnosis: ROWS.none
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    rng = np.random.default_rng(seed)
    sizes = [min(batch_size, len(features) - i) for i in range(0, len(features), batch_size)]
    return [(rng.normal(size=(size, *features.shape[1:])), rng.integers(0, 2, size)) for size in sizes]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
