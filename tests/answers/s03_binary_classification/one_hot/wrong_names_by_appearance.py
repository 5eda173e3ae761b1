# fails: test_decoding
# says: alphabet, appearance
import numpy as np


def one_hot_labels(labels):
    codes = labels.astype("category").cat.codes
    names = [str(name) for name in labels.unique()]
    return np.eye(len(names))[codes], names
