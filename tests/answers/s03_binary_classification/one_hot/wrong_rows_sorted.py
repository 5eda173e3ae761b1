# fails: test_decoding
# diagnosis: DECODED.sorted
# the labels are sorted first
import numpy as np


def one_hot_labels(labels):
    labels = labels.sort_values()
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes], names
