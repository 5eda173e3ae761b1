# different: a tiny number is added before the log, einsum and the average of an axis
import numpy as np

TINY = 1e-9


def categorical_crossentropy(y_true, y_pred):
    return -np.einsum("ij,ij->i", y_true, np.log(y_pred + TINY))


def binary_crossentropy(y_true, y_pred):
    yes = y_true * np.log(y_pred + TINY)
    no = (1.0 - y_true) * np.log(1.0 - y_pred + TINY)
    return np.average(-(yes + no), axis=-1)
