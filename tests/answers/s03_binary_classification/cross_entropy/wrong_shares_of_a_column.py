# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.columns, BINARY.normalised
# the sums go down the columns
import numpy as np


def _safe(y_pred):
    return np.clip(y_pred / y_pred.sum(axis=0), 1e-7, 1 - 1e-7)


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(_safe(y_pred)), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = _safe(y_pred)
    return -(y_true * np.log(p) + (1 - y_true) * np.log(1 - p)).mean(axis=1)
