# fails: test_binary
# diagnosis: BINARY.sigmoid
# sigmoid of what is a probability already
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.sum(y_true * np.log(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = 1 / (1 + np.exp(-y_pred))
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
