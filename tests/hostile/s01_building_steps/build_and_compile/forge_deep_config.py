# tries: to hand over a config that is nested deeper than Python's stack
# earns: nothing
# says: cannot be read
import msgpack

from keraskata.boundary import codec


def deep(value, keep=None):
    config = '{"module": "keras", "class_name": "Sequential", "config": ' + "[" * 500_000 + "]" * 500_000 + "}"
    known = [["config", config], ["arrays", {"": "dict", "items": []}], ["steps", None]]
    return msgpack.packb({"": "model", "parts": {"": "dict", "items": known}})


codec.encode = deep


def build_model(n_features):
    return None
