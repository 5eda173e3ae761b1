# fails: test_shape
# says: a list, return the array
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float))).tolist()
