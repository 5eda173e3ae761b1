# fails: test_values
# diagnosis: VALUES.doubled
import numpy as np


def sigmoid(z):
    return (np.tanh(z) + 1) / 2
