# fails: test_categorical, test_binary
# diagnosis: expect.CALL.no_return
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, EPSILON, 1 - EPSILON)
    losses = -np.sum(y_true * np.log(p), axis=1)


def binary_crossentropy(y_true, y_pred):
    p = np.clip(y_pred, EPSILON, 1 - EPSILON)
    losses = -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=1)
