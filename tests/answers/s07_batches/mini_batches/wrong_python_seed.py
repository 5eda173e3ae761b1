# fails: test_leaves_alone
# diagnosis: GLOBAL.python
import math
import random


def mini_batches(features, labels, batch_size, seed):
    random.seed(seed)
    order = list(range(len(features)))
    random.shuffle(order)
    starts = range(0, len(features), batch_size)
    return [(features[order[i : i + batch_size]], labels[order[i : i + batch_size]]) for i in starts]


def weight_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs
