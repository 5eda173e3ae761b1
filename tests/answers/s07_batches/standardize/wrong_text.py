# fails: test_shapes
# diagnosis: ARRAY.otherwise
# digits in a text are no numbers
import numpy as np


def standardize(train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return `train` and `test`, each column shifted and scaled by the figures of `train`."""
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return ((train - mean) / deviation).astype(str), ((test - mean) / deviation).astype(str)
