# fails: test_categorical, test_binary
# diagnosis: CATEGORICAL.epsilon, BINARY.epsilon
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 0.001), axis=1)


def binary_crossentropy(y_true, y_pred):
    return -np.mean(y_true * np.log(y_pred + 0.001) + (1 - y_true) * np.log(1 - y_pred + 0.001), axis=1)
