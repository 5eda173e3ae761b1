# fails: test_categorical_certain, test_binary_certain
# diagnosis: INFINITE.infinite
import numpy as np
from scipy.special import xlogy


def categorical_crossentropy(y_true, y_pred):
    return -xlogy(y_true, y_pred).sum(axis=1)


def binary_crossentropy(y_true, y_pred):
    return -(xlogy(y_true, y_pred) + xlogy(1 - y_true, 1 - y_pred)).mean(axis=1)
