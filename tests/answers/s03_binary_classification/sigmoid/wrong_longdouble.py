# fails: test_large
# diagnosis: OVERFLOW.wider
# a wider type of floats overflows, too, only later
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    z = np.asarray(z, dtype=np.longdouble)
    return (1 / (1 + np.exp(-z))).astype(float)
