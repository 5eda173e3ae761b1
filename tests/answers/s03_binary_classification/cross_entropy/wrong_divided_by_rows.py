# fails: test_categorical
# diagnosis: CATEGORICAL.divided
# the sums are divided by the number of rows
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.sum(y_true * np.log(p), axis=1) / len(y_true)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
