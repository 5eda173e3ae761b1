# fails: test_shape
# diagnosis: FIRST.list
# a list of lists
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes].tolist(), names
