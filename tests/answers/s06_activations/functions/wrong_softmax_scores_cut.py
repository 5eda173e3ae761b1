# fails: test_large
# diagnosis: LARGE_SCORES.equal
# scores are cut off at -100 and 100, so that none is too large for exp
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
    exponentials = np.exp(np.clip(z, -100, 100))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
