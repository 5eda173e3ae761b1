# fails: test_large
# diagnosis: OVERFLOW.otherwise
# only -1000 itself is kept from overflowing
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    z = np.asarray(z, dtype=float)
    z = np.where(z == -1000, -700, z)
    return 1 / (1 + np.exp(-z))
