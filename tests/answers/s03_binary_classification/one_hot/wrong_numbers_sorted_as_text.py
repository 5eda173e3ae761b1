# fails: test_whole_numbers
# says: order of size, order of the alphabet
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = sorted(str(name) for name in labels.unique())
    return np.eye(len(names))[column.codes], names
