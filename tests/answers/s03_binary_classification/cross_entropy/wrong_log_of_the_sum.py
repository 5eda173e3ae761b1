# fails: test_distributions
# diagnosis: SHARES.log_of_sum
import numpy as np


def categorical_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n predicted distributions over k classes."""
    p_true = np.sum(y_true * y_pred, axis=-1)
    return -np.log(np.clip(p_true, 1e-7, 1 - 1e-7))


def binary_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n times k predicted probabilities: the mean over the k questions."""
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    losses = -(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
    return np.mean(losses, axis=-1)
