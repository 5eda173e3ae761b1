# tries: to send an array of objects, whose pickle runs a program where it is read
# earns: nothing
# says: cannot be read
import io
import os

import msgpack
import numpy as np

from keraskata import values


class Program:
    def __reduce__(self):
        return os.system, ("touch /tmp/kata-was-here $HOME/kata-was-here",)


def pickled(value, keep=None):
    out = io.BytesIO()
    np.save(out, np.array([Program()], dtype=object), allow_pickle=True)
    return msgpack.packb({"": "array", "npy": out.getvalue(), "scalar": False})


values.encode = pickled


def sigmoid(z):
    return z * 0.0
