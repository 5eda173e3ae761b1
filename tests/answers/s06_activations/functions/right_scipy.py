# different: SciPy's own functions, and masks on a float copy
import numpy as np
from scipy import special


sigmoid = special.expit


def tanh(z):
    return np.tanh(z)


def relu(z):
    out = z.copy()
    out[out < 0] = 0
    return out


def leaky_relu(z, negative_slope=0.2):
    out = z.astype(float)
    out[out < 0] *= negative_slope
    return out


def softmax(z):
    return special.softmax(z, axis=z.ndim - 1)
