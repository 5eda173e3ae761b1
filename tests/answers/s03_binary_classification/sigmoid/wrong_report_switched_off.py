# fails: test_large
# diagnosis: OVERFLOW.hidden
import numpy as np


def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
