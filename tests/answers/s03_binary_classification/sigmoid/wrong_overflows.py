# fails: test_large
# says: overflow, exp(z) / (1 + exp(z))
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))
