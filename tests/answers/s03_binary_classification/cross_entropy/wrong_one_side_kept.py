# fails: test_binary_certain
# diagnosis: INFINITE.at_one
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true, y_pred):
    p = np.maximum(y_pred, EPSILON)
    return -np.sum(y_true * np.log(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.maximum(y_pred, EPSILON)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
