# fails: test_constant
# diagnosis: SMALL.divisor
import numpy as np


def standardize(train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return `train` and `test`, each column shifted and scaled by the figures of `train`."""
    mean = train.mean(axis=0)
    constant = train.max(axis=0) == train.min(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0) + 1e-8)
    train_scaled = (train - mean) / scale
    test_scaled = (test - mean) / scale
    return train_scaled, test_scaled
