# fails: test_names
# diagnosis: NAMES.all_labels
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    return np.eye(len(column.categories))[column.codes], list(labels)
