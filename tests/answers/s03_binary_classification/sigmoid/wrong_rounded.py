# fails: test_values
# diagnosis: VALUES.rounded
import numpy as np


def sigmoid(z):
    return np.round(np.exp(-np.logaddexp(0, -np.asarray(z, float))), 4)
