# fails: test_shape
# diagnosis: SHAPE.near
import numpy as np

POINTS = np.linspace(-40, 40, 801)
VALUES = 1 / (1 + np.exp(-POINTS))


def sigmoid(z):
    return np.interp(z, POINTS, VALUES)
