# fails: test_whole_numbers, test_scalar
# diagnosis: WHOLE.cut, SCALAR.cut
import numpy as np


def sigmoid(z):
    out = np.empty_like(z)
    out[...] = np.exp(-np.logaddexp(0, -z))
    return out
