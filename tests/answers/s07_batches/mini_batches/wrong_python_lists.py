# fails: test_other_sizes
# diagnosis: ARRAYS.lists
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(features))
    return [
        [features[order[s : s + batch_size]].tolist(), labels[order[s : s + batch_size]].tolist()]
        for s in range(0, len(features), batch_size)
    ]


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
