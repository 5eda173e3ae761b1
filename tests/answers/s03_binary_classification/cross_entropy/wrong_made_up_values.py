# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.otherwise, BINARY.otherwise
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return np.linspace(0.9, 0.1, len(y_true))


def binary_crossentropy(y_true, y_pred):
    return np.linspace(0.8, 0.2, len(y_true))
