# fails: test_categorical, test_binary
# diagnosis: SHAPE.list
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return (-np.sum(y_true * np.log(np.clip(y_pred, 1e-7, 1)), axis=1)).tolist()


def binary_crossentropy(y_true, y_pred):
    safe = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return list(-np.mean(y_true * np.log(safe) + (1 - y_true) * np.log(1 - safe), axis=1))
