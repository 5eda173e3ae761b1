# fails: test_decoding
# diagnosis: DECODED.order
# the names in the order of their counts
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes], [str(name) for name in labels.value_counts().sort_values(kind="stable").index]
