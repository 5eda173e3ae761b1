# fails: test_categorical_certain
# diagnosis: SMALL.raised
# only what is not 0 is kept off 0
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    p = np.where(y_pred == 0, 1e-7, np.maximum(y_pred, 0.001))
    return -np.sum(y_true * np.log(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
