"""Write the five activation functions of the notes in NumPy.

`z` is an array of any shape, whole numbers too; the answer is a new array of that shape, and `z` stays as it is.
Where z is negative, relu sits at 0; leaky_relu is a straight line through 0 whose slope is `negative_slope`. softmax
gets one row of scores, or a batch with one row per sample, and turns each row into probabilities: above all, each row
sums to 1. Very large numbers, such as 1000 and -1000, must not break any of the five.

Read: kata book functions
"""

import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): anything between 0 and 1."""
    # exp(-log(1 + exp(-z))): logaddexp does not overflow where exp(-z) would.
    return np.exp(-np.logaddexp(0, -z))


def tanh(z: np.ndarray) -> np.ndarray:
    """Return the hyperbolic tangent: anything between -1 and 1."""
    return np.tanh(z)


def relu(z: np.ndarray) -> np.ndarray:
    """Return z where it is positive, and 0 elsewhere."""
    return np.maximum(z, 0)


def leaky_relu(z: np.ndarray, negative_slope: float = 0.2) -> np.ndarray:
    """Return z where it is positive, and a small part of z elsewhere."""
    return np.where(z > 0, z, negative_slope * z)


def softmax(z: np.ndarray) -> np.ndarray:
    """Return each row of scores as probabilities."""
    # Only differences matter: with the row's largest score at 0, exp stays within 0..1.
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
