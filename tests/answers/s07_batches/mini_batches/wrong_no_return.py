# fails: test_batches
# diagnosis: expect.CALL.no_return
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    batches = []
    for i in range(0, len(features), batch_size):
        rows = order[i : i + batch_size]
        batches.append((features[rows], labels[rows]))


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
