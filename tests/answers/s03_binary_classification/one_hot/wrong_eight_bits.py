# fails: test_other_labels
# diagnosis: DECODED.wrapped
import numpy as np


def one_hot_labels(labels):
    names = sorted(map(str, labels.unique()))
    codes = labels.astype(str).map(names.index).to_numpy().astype("int8")
    return np.eye(len(names))[codes], names
