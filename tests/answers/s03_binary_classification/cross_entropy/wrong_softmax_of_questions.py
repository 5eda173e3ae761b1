# fails: test_binary
# diagnosis: BINARY.softmax
import numpy as np
from scipy.special import softmax


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(softmax(y_pred, axis=1), 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
