# fails: test_values
# says: tanh, -1 to 1
import numpy as np


def sigmoid(z):
    return np.tanh(z)
