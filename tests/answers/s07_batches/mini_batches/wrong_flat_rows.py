# fails: test_batches
# diagnosis: SHAPE.column
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    table = np.column_stack([features.reshape(len(features), -1), labels])[order]
    parts = [table[i : i + batch_size] for i in range(0, len(table), batch_size)]
    return [(part[:, :-1], part[:, -1:]) for part in parts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
