# fails: test_large
# diagnosis: LARGE.reached
import numpy as np


def sigmoid(z):
    answer = 1 / (1 + np.exp(-np.clip(z, -50, 50)))
    return np.where(np.abs(z) < 10, answer, z > 0.0)
