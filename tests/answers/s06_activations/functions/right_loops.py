# different: number by number with the math module, in float arrays of its own
import math

import numpy as np


def one_by_one(function, z):
    out = np.empty(z.shape)
    for place, value in np.ndenumerate(z):
        out[place] = function(float(value))
    return out


def _sigmoid(value):
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return math.exp(value) / (1 + math.exp(value))


def sigmoid(z):
    return one_by_one(_sigmoid, z)


def tanh(z):
    return one_by_one(math.tanh, z)


def relu(z):
    return one_by_one(lambda value: max(0.0, value), z)


def leaky_relu(z, negative_slope=0.2):
    return one_by_one(lambda value: value if value > 0 else negative_slope * value, z)


def _row(scores):
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    return [part / sum(parts) for part in parts]


def softmax(z):
    return np.array(_row(z) if z.ndim == 1 else [_row(row) for row in z])
