# fails: test_values
# diagnosis: VALUES.reached
import numpy as np


def sigmoid(z):
    return np.where(np.asarray(z) < -3, 0.0, 1 / (1 + np.exp(-np.clip(z, -500, 500))))
