# different: one row after the other is drawn of those that are left, into the batch at hand
import random

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    chance, left, batches = random.Random(seed), list(range(len(features))), []
    while left:
        if not batches or len(batches[-1]) == batch_size:
            batches.append([])
        batches[-1].append(left.pop(chance.randrange(len(left))))
    return [(np.stack([features[row] for row in batch]), labels[batch]) for batch in batches]


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
