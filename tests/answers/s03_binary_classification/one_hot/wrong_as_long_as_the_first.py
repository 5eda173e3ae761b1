# fails: test_names
# diagnosis: NAMES.cut
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = np.full(len(column.categories), str(column.categories[0]))
    names[:] = column.categories.astype(str)
    return np.eye(len(names))[column.codes], names.tolist()
