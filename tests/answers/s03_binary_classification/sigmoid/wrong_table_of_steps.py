# fails: test_values
# diagnosis: VALUES.near
import numpy as np

POINTS = np.linspace(-40, 40, 321)
VALUES = 1 / (1 + np.exp(-POINTS))


def sigmoid(z):
    return np.interp(z, POINTS, VALUES)
