# fails: test_every_row
# diagnosis: ONCE.again
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    rng = np.random.default_rng(seed)
    batches = []
    for i in range(0, len(features), batch_size):
        rows = rng.choice(len(features), size=min(batch_size, len(features) - i), replace=False)
        batches.append((features[rows], labels[rows]))
    return batches


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
