# tries: to send few bytes that become very many objects
# earns: nothing
# says: cannot be read
import msgpack

from keraskata.boundary import codec

codec.encode = lambda value, keep=None: msgpack.packb([[]] * 2_000_000)


def sigmoid(z):
    return z * 0.0
