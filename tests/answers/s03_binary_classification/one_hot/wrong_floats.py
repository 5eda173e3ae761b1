# fails: test_whole_numbers
# diagnosis: NAMES.spelling
# whole numbers get a decimal point
import numpy as np


def one_hot_labels(labels):
    if labels.dtype.kind == 'i':
        labels = labels.astype(float)
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes], names
