# fails: test_categorical_certain, test_binary_certain
# diagnosis: CERTAIN_AND_WRONG.nothing
import numpy as np


def categorical_crossentropy(y_true, y_pred):
    return -np.sum(np.nan_to_num(y_true * np.log(y_pred), neginf=0.0), axis=1)


def binary_crossentropy(y_true, y_pred):
    terms = y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred)
    return -np.mean(np.nan_to_num(terms, neginf=0.0), axis=1)
