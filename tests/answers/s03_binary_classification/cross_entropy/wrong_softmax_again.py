# fails: test_categorical
# diagnosis: CATEGORICAL.softmax
# softmax of what is a distribution already
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    e = np.exp(y_pred)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.sum(y_true * np.log(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
