# fails: test_decoding
# diagnosis: DECODED.order
import numpy as np


def one_hot_labels(labels):
    codes = labels.astype("category").cat.codes
    names = [str(name) for name in labels.unique()]
    return np.eye(len(names))[codes], names
