# fails: test_rows
# diagnosis: ROWS.empty
# only the first row of each label gets its 1
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    out = np.zeros((len(labels), len(names)))
    for code, name in enumerate(names):
        out[list(labels.astype(str)).index(name), code] = 1
    return out, names
