# fails: test_values
# diagnosis: VALUES.near
import numpy as np

# A few values read off a plot, and straight lines between them.
Z = [-1000, -6, -4, -2, -1, 0, 1, 2, 4, 6, 1000]
VALUES = [0, 0, 0.02, 0.12, 0.27, 0.5, 0.73, 0.88, 0.98, 1, 1]


def sigmoid(z):
    return np.interp(z, Z, VALUES)
