# fails: test_values
# says: return
import numpy as np


def sigmoid(z):
    result = np.exp(-np.logaddexp(0, -z))
