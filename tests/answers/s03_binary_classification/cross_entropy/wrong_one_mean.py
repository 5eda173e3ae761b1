# fails: test_categorical, test_binary
# diagnosis: SHAPE.averaged
import numpy as np

EPSILON = 1e-7


def categorical_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n predicted distributions over k classes."""
    y_pred = np.clip(y_pred, EPSILON, 1 - EPSILON)
    return np.mean(-np.sum(y_true * np.log(y_pred), axis=1))


def binary_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n times k predicted probabilities: the mean over the k questions."""
    y_pred = np.clip(y_pred, EPSILON, 1 - EPSILON)
    losses = -(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
    return np.mean(losses)
