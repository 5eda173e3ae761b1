# fails: test_large
# diagnosis: LARGE.infinite
import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
