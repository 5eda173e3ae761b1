# fails: test_values
# diagnosis: VALUES.relu
# the values of relu
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return sigmoid(z)."""
    return np.maximum(z, 0)
