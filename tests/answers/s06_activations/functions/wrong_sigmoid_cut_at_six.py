# fails: test_large
# diagnosis: LARGE.clipped
# says: sigmoid(-1000) and sigmoid(-30) are both 0.002473
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -6, 6)))


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(z, 0)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z > 0, z, negative_slope * z)


def softmax(z):
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
