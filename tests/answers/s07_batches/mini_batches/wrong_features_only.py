# fails: test_batches
# diagnosis: PAIR.no_labels
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    return [features[order[i : i + batch_size]] for i in range(0, len(features), batch_size)]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
