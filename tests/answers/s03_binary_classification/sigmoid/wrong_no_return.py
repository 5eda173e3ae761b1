# fails: test_values
# diagnosis: expect.CALL.no_return
import numpy as np


def sigmoid(z):
    result = np.exp(-np.logaddexp(0, -z))
