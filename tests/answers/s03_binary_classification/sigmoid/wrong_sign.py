# fails: test_values
# says: sign, wrong way round
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(z))
