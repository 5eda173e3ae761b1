# fails: test_distributions, test_binary
# diagnosis: SHARES.as_one
# a share is true, and so it counts as 1
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.where(y_true, np.log(np.clip(y_pred, 1e-7, 1)), 0).sum(axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.where(y_true, np.log(p), np.log(1 - p)).mean(axis=1)
