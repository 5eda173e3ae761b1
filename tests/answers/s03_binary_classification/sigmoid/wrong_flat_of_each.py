# fails: test_shape, test_whole_numbers
# diagnosis: SHAPE.flat
# number by number, without the shape
import numpy as np


def sigmoid(z):
    if np.isscalar(z):
        return float(np.exp(-np.logaddexp(0, -z)))
    return np.array([np.exp(-np.logaddexp(0, -float(number))) for number in np.ravel(z)])
