# fails: test_batches
# diagnosis: SIZES.batches
# cut first, then the batches are shuffled, the short one among them
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    starts = range(0, len(features), batch_size)
    cut = [(features[start : start + batch_size], labels[start : start + batch_size]) for start in starts]
    return [cut[place] for place in np.random.default_rng(seed).permutation(len(cut))]


def weight_updates(n, batch_size, epochs):
    return -(-n // batch_size) * epochs
