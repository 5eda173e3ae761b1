# fails: test_large
# diagnosis: LARGE.others
# one form for the whole array, which a single number below 0 decides
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    z = np.asarray(z, dtype=float)
    if np.all(z >= 0):
        return 1 / (1 + np.exp(-z))
    e = np.exp(z)
    return e / (1 + e)
