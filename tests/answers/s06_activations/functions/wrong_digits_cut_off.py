# fails: test_sigmoid, test_tanh, test_relu, test_leaky_relu, test_softmax
# diagnosis: SIGMOID.rounded, TANH.rounded, RELU.rounded, LEAKY.rounded, SOFTMAX.rounded
import numpy as np


def sigmoid(z):
    return np.round(np.exp(-np.logaddexp(0, -z)), 4)


def tanh(z):
    return np.trunc(np.tanh(z) * 1000) / 1000


def relu(z):
    return np.round(np.maximum(z, 0), 1)


def leaky_relu(z, negative_slope=0.2):
    return np.where(z > 0, z, negative_slope * z).round(2)


def softmax(z):
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return np.floor(1e5 * exponentials / np.sum(exponentials, axis=-1, keepdims=True)) / 1e5
