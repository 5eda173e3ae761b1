# tries: to send an array whose header is an expression that takes for ever, and one that is code
# earns: nothing
# says: cannot be read
import msgpack

from keraskata.boundary import codec

CODE, FOREVER = "__import__('os').system('id')", "f8," * 1_000_000 + "(9**9**9,)f8"


def strange(value, keep=None):
    array = {"": "array", "shape": [12], "data": bytes(96), "by_columns": False, "scalar": False}
    return msgpack.packb([{**array, "dtype": FOREVER}, {**array, "dtype": CODE}])


codec.encode = strange


def sigmoid(z):
    return z * 0.0
