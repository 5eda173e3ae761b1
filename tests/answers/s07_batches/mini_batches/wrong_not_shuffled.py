# fails: test_shuffled
# diagnosis: ORDER.as_it_came
import math

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    starts = range(0, len(features), batch_size)
    return [(features[i : i + batch_size], labels[i : i + batch_size]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
