# fails: test_large
# diagnosis: LARGE.clipped
# says: sigmoid(30) and sigmoid(1000) are both 0.99
# only the answer is cut off, and only above 4 it shows
import numpy as np


def sigmoid(z):
    return np.clip(np.exp(-np.logaddexp(0, -z)), 1e-8, 0.99)


def tanh(z):
    return np.tanh(z)


def relu(z):
    return np.maximum(z, 0)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z > 0, z, negative_slope * z)


def softmax(z):
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
