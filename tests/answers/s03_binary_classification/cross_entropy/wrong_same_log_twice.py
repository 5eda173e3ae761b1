# fails: test_binary
# diagnosis: BINARY.same_log
# the log of y_pred in both terms
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(p), axis=1)
