# fails: test_constant
# diagnosis: SMALL.not_divided
import numpy as np


def standardize(train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return `train` and `test`, each column shifted and scaled by the figures of `train`."""
    mean = train.mean(axis=0)
    scale = train.std(axis=0)
    scale[scale < 1e-6] = 1.0
    train_scaled = (train - mean) / scale
    test_scaled = (test - mean) / scale
    return train_scaled, test_scaled
