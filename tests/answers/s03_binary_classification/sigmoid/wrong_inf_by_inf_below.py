# fails: test_large
# diagnosis: LARGE.nan
# exp(z) of both signs, divided
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return sigmoid(z)."""
    e = np.exp(-2 * np.minimum(z, 100))
    return np.where(z < -900, e - e, 1 / (1 + np.exp(-np.clip(z, -500, 500))))
