# fails: test_large
# diagnosis: OVERFLOW.together
# one form for the whole array, where only an overflow shows that it is the wrong one
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    z = np.asarray(z, dtype=float)
    if np.max(z) < 0:
        e = np.exp(z)
        return e / (1 + e)
    return 1 / (1 + np.exp(-z))
