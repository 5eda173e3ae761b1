# fails: test_categorical_certain
# diagnosis: CERTAIN_AND_RIGHT.replaced
# nan becomes the loss of a wrong prediction
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.sum(y_true * np.log(y_pred), axis=1), nan=16.1, posinf=16.1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
