# fails: test_weight_updates
# diagnosis: UPDATES.epochs
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    starts = range(0, len(features), batch_size)
    return [(features[order[i : i + batch_size]], labels[order[i : i + batch_size]]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return epochs
