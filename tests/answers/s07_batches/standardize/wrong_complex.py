# fails: test_shapes
# says: an array of complex128
import numpy as np


def standardize(train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return `train` and `test`, each column shifted and scaled by the figures of `train`."""
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (train - mean) / deviation + 0j, (test - mean) / deviation + 0j
