# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.log, BINARY.log
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, EPSILON, 1 - EPSILON)
    return -np.sum(y_true * np.log2(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, EPSILON, 1 - EPSILON)
    return -np.mean(y_true * np.log2(p) + (1 - y_true) * np.log2(1 - p), axis=1)
