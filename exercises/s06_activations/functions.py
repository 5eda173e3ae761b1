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
    raise NotImplementedError


def tanh(z: np.ndarray) -> np.ndarray:
    """Return the hyperbolic tangent: anything between -1 and 1."""
    raise NotImplementedError


def relu(z: np.ndarray) -> np.ndarray:
    """Return z where it is positive, and 0 elsewhere."""
    raise NotImplementedError


def leaky_relu(z: np.ndarray, negative_slope: float = 0.2) -> np.ndarray:
    """Return z where it is positive, and a small part of z elsewhere."""
    raise NotImplementedError


def softmax(z: np.ndarray) -> np.ndarray:
    """Return each row of scores as probabilities."""
    raise NotImplementedError
