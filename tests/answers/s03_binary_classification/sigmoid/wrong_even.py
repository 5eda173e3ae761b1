# fails: test_values
# diagnosis: VALUES.even
# the form for z above 0 is taken for the others, too
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    return 1 / (1 + np.exp(-np.abs(z)))
