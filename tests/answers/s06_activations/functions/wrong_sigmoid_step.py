# fails: test_sigmoid
# diagnosis: SIGMOID.step
import numpy as np


def sigmoid(z):
    return (z > 0).astype(float)


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z >= 0, z, z * negative_slope)


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
