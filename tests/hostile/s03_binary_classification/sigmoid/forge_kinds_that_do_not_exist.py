# tries: to send values of kinds that nobody knows, of the wrong parts, and numbers with a million digits
# earns: nothing
# says: cannot be read
import itertools

import msgpack

from keraskata.boundary import codec

STRANGE = itertools.cycle(
    [
        {"": "code", "text": "open('/etc/passwd')"},
        {"": "int", "text": "9" * 1_000_000},
        {"": "objects", "shape": [-1, 0, 10**12], "items": [1, 2]},
        {"": "handle", "key": 10**9, "kind": "x" * 1_000_000},
        {"": "frame", "columns": 3, "names": None, "index": "?"},
        {"": "dict", "items": [[[], []]]},
        {1: 2},
    ]
)
codec.encode = lambda value, keep=None: msgpack.packb(next(STRANGE))


def sigmoid(z):
    return z * 0.0
