# fails: test_shuffled
# diagnosis: ORDER.batches
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    parts = [np.arange(i, min(i + batch_size, len(features))) for i in range(0, len(features), batch_size)]
    full, rest = [part for part in parts if len(part) == batch_size], [part for part in parts if len(part) < batch_size]
    np.random.default_rng(seed).shuffle(full)
    return [(features[rows], labels[rows]) for rows in [*full, *rest]]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
