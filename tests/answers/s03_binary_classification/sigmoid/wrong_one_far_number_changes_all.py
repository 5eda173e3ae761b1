# fails: test_large
# diagnosis: LARGE.others
import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    if np.any(z < -700):
        return np.where(z < 0, 0.0, 1.0)
    return 1 / (1 + np.exp(-z))
