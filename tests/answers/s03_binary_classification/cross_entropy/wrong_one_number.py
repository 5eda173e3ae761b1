# fails: test_categorical, test_binary
# diagnosis: SHAPE.single, SHAPE.averaged
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, EPSILON, 1 - EPSILON)
    return -np.mean(y_true * np.log(p))


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, EPSILON, 1 - EPSILON)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
