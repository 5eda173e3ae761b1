# fails: test_values
# diagnosis: VALUES.hard
import numpy as np


def sigmoid(z):
    return np.clip(z / 6 + 0.5, 0, 1)
