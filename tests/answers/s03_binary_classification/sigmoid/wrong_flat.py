# fails: test_shape
# diagnosis: SHAPE.flat
import numpy as np


def sigmoid(z):
    if np.ndim(z) == 0:
        return np.exp(-np.logaddexp(0, -z))
    return np.array([np.exp(-np.logaddexp(0, -value)) for value in z.ravel()])
