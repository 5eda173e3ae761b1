# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.swapped, BINARY.swapped
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true, y_pred):
    p = np.clip(y_true, EPSILON, 1 - EPSILON)
    return -np.sum(y_pred * np.log(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_true, EPSILON, 1 - EPSILON)
    return -np.mean(y_pred * np.log(p) + (1 - y_pred) * np.log(1 - p), axis=1)
