"""Compute the two cross-entropies by hand, in NumPy: one loss for each sample.

Both arrays have shape (n, k), and an array of n losses comes back. Categorical: each row of `y_true` and of `y_pred`
is a distribution over k classes, and the loss is -sum(y_true * log(y_pred)) over the whole row; for a one-hot row
that is minus the log of the probability of the true class. Binary: each of the k columns is a yes/no question of its
own with the loss -(y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred)), and the sample's loss is their mean.
A probability of exactly 0 or 1 must still give a finite loss, in arrays of float32 as well as of float64: keep a tiny
bit away from log(0), as Keras does (1e-7). The two arrays stay as they are.

Read: kata book cross_entropy
"""

import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n predicted distributions over k classes."""
    return -np.sum(y_true * np.log(_safe(y_pred)), axis=1)


def binary_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n times k predicted probabilities: the mean over the k questions."""
    safe = _safe(y_pred)
    return -np.mean(y_true * np.log(safe) + (1 - y_true) * np.log(1 - safe), axis=1)


def _safe(probabilities: np.ndarray) -> np.ndarray:
    """The probabilities, kept off 0 and 1, where a log would be infinite."""
    return np.clip(probabilities, EPSILON, 1 - EPSILON)
