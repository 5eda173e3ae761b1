# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.differences, BINARY.differences
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2, axis=1)


def binary_crossentropy(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2, axis=1)
