# fails: test_shape
# diagnosis: SHAPE.other
# one axis too many for a single row
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return sigmoid(z)."""
    s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    return s[None] if np.ndim(z) == 2 else s
