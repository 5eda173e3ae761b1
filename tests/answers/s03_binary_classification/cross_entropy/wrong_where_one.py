# fails: test_distributions, test_binary
# diagnosis: SHARES.as_zero
# a share is no 1, and so it counts as 0
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.where(y_true == 1, np.log(np.clip(y_pred, 1e-7, 1)), 0).sum(axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.where(y_true == 1, np.log(p), np.log(1 - p)).mean(axis=1)
