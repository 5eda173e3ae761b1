# fails: test_whole_numbers
# diagnosis: DECODED.order
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = sorted(str(name) for name in labels.unique())
    return np.eye(len(names))[column.codes], names
