# fails: test_rows
# diagnosis: ROWS.up_to
# <= in place of ==
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return (np.arange(len(names)) <= column.codes.to_numpy()[:, None]).astype(int), names
