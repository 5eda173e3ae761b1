# fails: test_shape
# diagnosis: SHAPE.turned
# a row for each category
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.array([labels.astype(str) == name for name in names]).astype(int), names
