# fails: test_every_row
# diagnosis: ONCE.replaced
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    rng = np.random.default_rng(seed)
    batches = []
    for i in range(0, len(features), batch_size):
        rows = rng.integers(0, len(features), min(batch_size, len(features) - i))
        batches.append((features[rows], labels[rows]))
    return batches


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
