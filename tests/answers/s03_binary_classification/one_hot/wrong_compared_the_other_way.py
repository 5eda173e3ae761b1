# fails: test_rows
# diagnosis: ROWS.inverse
# 1 where label and name differ
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return (labels.astype(str).to_numpy()[:, None] != np.array(names)).astype(int), names
