# tries: to answer with a million arrays of one number, each of which has to be made
# earns: nothing
# says: cannot be read
import msgpack

from keraskata.boundary import codec

ONE = {"": "array", "dtype": "<f8", "shape": [1], "data": bytes(8), "by_columns": False, "scalar": False}

codec.encode = lambda value, keep=None: msgpack.packb([ONE] * 900_000)


def sigmoid(z):
    return z * 0.0
