# fails: test_shape
# diagnosis: FIRST.swapped
import numpy as np


def one_hot_labels(labels):
    names, codes = np.unique(labels.to_numpy(), return_inverse=True)
    return [str(name) for name in names], np.eye(len(names))[codes]
