# different: each function made of another, and softmax through logarithms
import numpy as np


def sigmoid(z):
    return (1 + tanh(z / 2)) / 2


def tanh(z):
    return np.tanh(z)


def relu(z):
    return leaky_relu(z, 0)


def leaky_relu(z, negative_slope=0.2):
    return np.clip(z, 0, None) + np.clip(z, None, 0) * negative_slope


def softmax(z):
    log_sum = np.logaddexp.reduce(z, axis=-1, keepdims=True)
    return np.exp(z - log_sum)
