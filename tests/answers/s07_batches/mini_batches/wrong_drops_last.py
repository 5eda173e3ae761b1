# fails: test_batches
# diagnosis: SIZES.dropped
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    batches = []
    for i in range(len(features) // batch_size):
        rows = order[i * batch_size : (i + 1) * batch_size]
        batches.append((features[rows], labels[rows]))
    return batches


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
