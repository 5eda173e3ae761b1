# fails: test_whole_numbers
# diagnosis: NAMES.spelling
# True and False become 1 and 0
import numpy as np


def one_hot_labels(labels):
    if labels.dtype == bool:
        labels = labels.astype(int)
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes], names
