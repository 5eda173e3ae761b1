# fails: test_softmax_rows
# diagnosis: EACH_ROW.whole
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z >= 0, z, z * negative_slope)


def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
