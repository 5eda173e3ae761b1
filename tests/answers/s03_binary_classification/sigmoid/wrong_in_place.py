# fails: test_untouched
# diagnosis: expect.CALL.changed
import numpy as np


def sigmoid(z):
    if np.ndim(z) == 0 or z.dtype.kind != "f":
        return np.exp(-np.logaddexp(0, -z))
    z[...] = np.exp(-np.logaddexp(0, -z))
    return z
