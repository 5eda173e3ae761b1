# fails: test_untouched
# diagnosis: expect.CALL.changed
import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z[z > 700] = 700
    z[z < -700] = -700
    return 1 / (1 + np.exp(-z))
