# fails: test_rows
# diagnosis: ROWS.zeros
# out[rows] with a list is a copy
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    out = np.zeros((len(labels), len(names)))
    out[list(range(len(labels)))][:, column.codes] = 1
    return out, names
