# fails: test_any_array
# diagnosis: expect.CALL.changed
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def tanh(z):
    return np.tanh(z)


def relu(z):
    z[z < 0] = 0
    return z


def leaky_relu(z, negative_slope=0.2):
    return np.where(z >= 0, z, z * negative_slope)


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
