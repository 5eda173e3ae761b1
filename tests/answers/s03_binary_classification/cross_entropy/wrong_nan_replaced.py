# fails: test_binary_certain
# diagnosis: PARTLY_WRONG.replaced
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)


def binary_crossentropy(y_true, y_pred):
    with np.errstate(all="ignore"):
        losses = y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred)
        return np.nan_to_num(-np.mean(losses, axis=1), posinf=16.1, nan=0)
