# fails: test_values
# diagnosis: VALUES.step
import numpy as np


def sigmoid(z):
    return np.where(z > 0, 1.0, 0.0)
