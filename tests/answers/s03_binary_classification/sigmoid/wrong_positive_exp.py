# fails: test_large
# says: infinite / infinite
import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
