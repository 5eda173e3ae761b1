# fails: test_sigmoid
# diagnosis: SIGMOID.hard
# hard_sigmoid
import numpy as np


def sigmoid(z):
    return np.clip(z / 6 + 0.5, 0, 1)


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(z, 0)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z > 0, z, negative_slope * z)


def softmax(z):
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
