# fails: test_rows
# diagnosis: ROWS.code
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    out = np.zeros((len(labels), len(column.categories)))
    out[np.arange(len(labels)), column.codes] = column.codes
    return out, list(column.categories)
