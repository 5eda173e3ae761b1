# fails: test_binary_certain
# diagnosis: INFINITE.at_zero
# y_pred is kept off 1, and not off 0
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.minimum(y_pred, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
