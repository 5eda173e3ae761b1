# fails: test_names
# diagnosis: NAMES.codes
import numpy as np


def one_hot_labels(labels):
    labels = labels.astype("category").cat.codes
    one_hot = np.eye(labels.nunique())[labels]
    return one_hot, [str(label) for label in labels.unique()]
