# fails: test_values
# says: hard_sigmoid
import numpy as np


def sigmoid(z):
    return np.clip(z / 6 + 0.5, 0, 1)
