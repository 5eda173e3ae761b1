# fails: test_categorical
# diagnosis: SHAPE.averaged
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true, y_pred):
    y_pred = np.clip(y_pred, EPSILON, 1 - EPSILON)
    losses = -np.sum(y_true * np.log(y_pred), axis=1)
    return np.mean(losses)


def binary_crossentropy(y_true, y_pred):
    y_pred = np.clip(y_pred, EPSILON, 1 - EPSILON)
    return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred), axis=1)
