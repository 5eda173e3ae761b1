# fails: test_other_sizes
# says: batch_size=2, out of bounds
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    rows = np.arange(batch_size)
    batches = [(features[order[rows]], labels[order[rows]])]
    for i in range(batch_size, len(features), batch_size):
        batches.append((features[order[i : i + batch_size]], labels[order[i : i + batch_size]]))
    return batches


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
