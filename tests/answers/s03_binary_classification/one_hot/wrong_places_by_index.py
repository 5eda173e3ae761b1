# fails: test_decoding
# diagnosis: DECODED.row_names
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    out = np.zeros((len(labels), len(column.categories)))
    for i, code in column.codes.items():
        out[i, code] = 1
    return out, list(column.categories)
