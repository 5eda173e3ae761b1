# tries: to send an array whose header says that it has 10**15 numbers
# earns: nothing
# says: no length of it can be so large
import msgpack

from keraskata.boundary import codec

ARRAY = {"": "array", "dtype": "<f8", "shape": [10**15], "data": bytes(80), "by_columns": False, "scalar": False}

codec.encode = lambda value, keep=None: msgpack.packb(ARRAY)


def sigmoid(z):
    return z * 0.0
