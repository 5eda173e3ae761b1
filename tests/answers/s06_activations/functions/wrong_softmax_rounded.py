# fails: test_softmax
# diagnosis: SOFTMAX.rounded
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(z, 0)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z > 0, z, negative_slope * z)


def softmax(z):
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return np.round(exponentials / np.sum(exponentials, axis=-1, keepdims=True), 3)
