# fails: test_scalar, test_shape
# diagnosis: expect.CALL.written_again
import numpy as np

BUFFERS = {}


def sigmoid(z: np.ndarray) -> np.ndarray:
    z = np.asarray(z, dtype=float)
    out = BUFFERS.setdefault(z.shape, np.empty(z.shape))
    out[...] = 0.5 * (1 + np.tanh(0.5 * z))
    return out
