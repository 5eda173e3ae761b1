# tries: to send an array of objects, whose pickle runs a program where it is read
# earns: nothing
# says: cannot be read
import os
import pickle

import msgpack

from keraskata.boundary import codec


class Program:
    def __reduce__(self):
        return os.system, ("touch /tmp/kata-was-here $HOME/kata-was-here",)


def pickled(value, keep=None):
    data = pickle.dumps([Program()])
    array = {"": "array", "dtype": "|O", "shape": [len(data) // 8], "data": data, "by_columns": False, "scalar": False}
    return msgpack.packb(array)


codec.encode = pickled


def sigmoid(z):
    return z * 0.0
