# fails: test_binary
# diagnosis: BINARY.normalised
# each row of y_pred is divided by its sum, in both losses
import numpy as np


def _safe(y_pred):
    if y_pred.shape[1] > 1:
        y_pred = y_pred / y_pred.sum(axis=1, keepdims=True)
    return np.clip(y_pred, 1e-7, 1 - 1e-7)


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(_safe(y_pred)), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = _safe(y_pred)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
