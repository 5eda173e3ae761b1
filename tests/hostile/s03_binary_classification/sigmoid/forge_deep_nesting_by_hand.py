# tries: to send bytes that nest a million deep, past all that looks after its answers
# earns: nothing
# says: cannot be read
from keraskata.boundary import codec

codec.encode = lambda value, keep=None: b"\x91" * 1_000_000 + b"\xc0"


def sigmoid(z):
    return z * 0.0
