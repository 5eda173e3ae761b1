# fails: test_shape
# diagnosis: SHAPE.identity
import numpy as np


def one_hot_labels(labels):
    names = [str(name) for name in labels.astype("category").cat.categories]
    return np.eye(len(names)), names
