# fails: test_untouched
# diagnosis: expect.CALL.changed
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
    return np.clip(probabilities, EPSILON, 1 - EPSILON, out=probabilities if probabilities.dtype == np.float32 else None)
