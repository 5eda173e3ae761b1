# fails: test_other_labels
# diagnosis: SHAPE.cut
import numpy as np


def one_hot_labels(labels):
    names, codes = np.unique(labels.to_numpy().astype("U10"), return_inverse=True)
    return np.eye(len(names))[codes], names.tolist()
