# different: filled in two halves, in an array of floats of its own
import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    out = np.empty(z.shape, dtype=np.float64)
    right = z >= 0
    out[right] = 1 / (1 + np.exp(-z[right]))
    left = np.exp(z[~right])
    out[~right] = left / (1 + left)
    return out
