# fails: test_large
# diagnosis: LARGE.clipped
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))
