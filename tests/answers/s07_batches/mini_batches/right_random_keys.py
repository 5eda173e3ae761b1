# different: the old RandomState: rows sorted by random keys, np.split, ceil as a NumPy float
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    keys = np.random.RandomState(seed).random_sample(len(labels))
    rows = keys.argsort()
    cuts = np.arange(batch_size, len(rows), batch_size)
    return list(zip(np.split(features[rows], cuts), np.split(labels[rows], cuts)))


def weight_updates(n, batch_size, epochs):
    per_epoch = np.ceil(n / batch_size)
    return per_epoch * epochs
