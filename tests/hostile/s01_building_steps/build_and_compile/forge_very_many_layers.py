# tries: to hand over a config of a hundred thousand layers
# earns: nothing
# says: longer than 2 MB
import json

import msgpack

from keraskata.boundary import codec


def immense(value, keep=None):
    layers = [{"module": "keras.layers", "class_name": "Dense", "config": {"units": 1}}] * 100_000
    config = {"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers": layers}}
    known = [["config", json.dumps(config)], ["arrays", {"": "dict", "items": []}], ["steps", None]]
    return msgpack.packb({"": "model", "parts": {"": "dict", "items": known}})


codec.encode = immense


def build_model(n_features):
    return None
