# fails: test_large
# diagnosis: LARGE.infinite
# a wider type of floats, and the form that divides infinite by infinite
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    e = np.exp(np.asarray(z, dtype=np.longdouble))
    return (e / (1 + e)).astype(float)
