# fails: test_values
# diagnosis: VALUES.reached
import numpy as np


def sigmoid(z):
    middle = 1 / (1 + np.exp(-np.clip(z, -6, 6)))
    return np.where(np.abs(z) > 6, np.asarray(z) > 0, middle)
