# fails: test_names
# diagnosis: NAMES.missing
# one name too few
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes], names[:-1]
