# fails: test_binary
# diagnosis: BINARY.otherwise
# the terms are right, and their mean is weighted
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    losses = -(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
    return np.array([np.average(row, weights=sure) for row, sure in zip(losses, np.abs(p - 0.5))])
