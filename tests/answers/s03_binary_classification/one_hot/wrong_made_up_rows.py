# fails: test_decoding
# diagnosis: DECODED.scattered
import numpy as np


def one_hot_labels(labels):
    names = sorted(str(name) for name in labels.unique())
    return np.eye(len(names))[np.arange(len(labels)) % len(names)], names
