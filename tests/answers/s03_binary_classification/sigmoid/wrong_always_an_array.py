# fails: test_scalar
# diagnosis: SCALAR.axes
import numpy as np


def sigmoid(z):
    z = np.atleast_1d(z)
    return np.exp(-np.logaddexp(0, -z))
