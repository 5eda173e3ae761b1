# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.near, BINARY.near
# the losses are rounded
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return np.round(-np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1), 2)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return np.round(-np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1), 2)
