# fails: test_decoding
# diagnosis: DECODED.permuted
# the names in the order in which they appear from the end
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    return np.eye(len(column.categories))[column.codes], [str(name) for name in labels[::-1].unique()]
