# fails: test_values
# diagnosis: VALUES.clipped
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))
