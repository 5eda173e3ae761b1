# fails: test_shuffled
# diagnosis: ORDER.one_batch
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    rows = np.arange(len(features))
    if len(rows) > batch_size:
        rows = np.random.default_rng(seed).permutation(rows)
    return [
        (features[rows[first : first + batch_size]], labels[rows[first : first + batch_size]])
        for first in range(0, len(rows), batch_size)
    ]


def weight_updates(n, batch_size, epochs):
    return epochs * math.ceil(n / batch_size)
