# fails: test_binary_certain
# diagnosis: CERTAIN_AND_WRONG.huge
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)


def binary_crossentropy(y_true, y_pred):
    with np.errstate(all="ignore"):
        yes, no = y_true * np.log(y_pred), (1 - y_true) * np.log(1 - y_pred)
        return -np.mean(np.nan_to_num(yes) + np.nan_to_num(no), axis=1)
