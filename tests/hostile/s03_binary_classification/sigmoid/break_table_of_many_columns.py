# tries: to answer with a table of a hundred thousand columns, each of which takes its time
# earns: nothing
# says: cannot be read
import msgpack

from keraskata.boundary import codec

ARRAY = {"": "array", "dtype": "<f8", "shape": [0], "data": b"", "by_columns": False, "scalar": False}
COLUMN = {"": "series", "name": None, "index": [], "data": ARRAY, "dtype": "object", "categories": None}
TABLE = {"": "frame", "columns": [COLUMN] * 60_000, "names": list(range(60_000)), "index": []}

codec.encode = lambda value, keep=None: msgpack.packb(TABLE)


def sigmoid(z):
    return z * 0.0
