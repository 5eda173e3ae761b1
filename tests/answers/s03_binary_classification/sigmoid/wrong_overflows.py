# fails: test_large
# says: overflow, exp(-np.abs(z))
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))
