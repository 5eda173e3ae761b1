# fails: test_scalar, test_shape, test_whole_numbers
# says: called again, writes into again later
import numpy as np

BUFFERS = {}


def sigmoid(z: np.ndarray) -> np.ndarray:
    z = np.asarray(z, dtype=float)
    out = BUFFERS.setdefault(z.shape, np.empty(z.shape))
    out[...] = 0.5 * (1 + np.tanh(0.5 * z))
    return out
