# fails: test_whole_numbers, test_scalar
# says: whole numbers, cuts off
import numpy as np


def sigmoid(z):
    out = np.empty_like(z)
    out[...] = np.exp(-np.logaddexp(0, -z))
    return out
