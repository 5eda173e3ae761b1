# fails: test_values
# diagnosis: VALUES.slope
# the slope of sigmoid
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return sigmoid(z)."""
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
