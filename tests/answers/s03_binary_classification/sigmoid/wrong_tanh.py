# fails: test_values
# diagnosis: VALUES.tanh
import numpy as np


def sigmoid(z):
    return np.tanh(z)
