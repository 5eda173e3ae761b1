# fails: test_any_array
# diagnosis: WHOLE.cut
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, negative_slope=0.2):
    out = z.copy()
    out[z < 0] = negative_slope * z[z < 0]
    return out


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
