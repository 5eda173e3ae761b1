# different: a Random of its own, lists that become arrays at the end, counting by a loop
from random import Random

import numpy as np


def mini_batches(features, labels, batch_size, seed):
    pairs = list(zip(features.tolist(), labels.tolist()))
    Random(seed).shuffle(pairs)
    batches = []
    for number, (x, y) in enumerate(pairs):
        if number % batch_size == 0:
            batches.append(([], []))
        batches[-1][0].append(x)
        batches[-1][1].append(y)
    return [(np.array(x), np.array(y)) for x, y in batches]


def weight_updates(n, batch_size, epochs):
    updates = 0
    for _ in range(epochs):
        left = n
        while left > 0:
            left -= batch_size
            updates += 1
    return updates
