# fails: test_shape
# diagnosis: expect.CALL.no_array
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float))).tolist()
