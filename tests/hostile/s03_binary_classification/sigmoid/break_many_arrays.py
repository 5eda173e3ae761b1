# tries: to answer with a million arrays of one number, each with a header that has to be read
# earns: nothing
# says: cannot be read
import io

import msgpack
import numpy as np

from keraskata import values

OUT = io.BytesIO()
np.save(OUT, np.float64(0.5))
ONE = {"": "array", "npy": OUT.getvalue(), "scalar": True}

values.encode = lambda value, keep=None: msgpack.packb([ONE] * 900_000)


def sigmoid(z):
    return z * 0.0
