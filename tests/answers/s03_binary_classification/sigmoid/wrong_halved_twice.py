# fails: test_values
# diagnosis: VALUES.halved
import numpy as np


def sigmoid(z):
    half = np.asarray(z) / 2
    return (np.tanh(half / 2) + 1) / 2
