# fails: test_categorical_certain, test_binary_certain
# diagnosis: INFINITE.nan
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred), axis=1)


def binary_crossentropy(y_true, y_pred):
    return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred), axis=1)
