# tries: to hand over a config that asks for more weights than the judge has memory, in many layers that are allowed
# earns: nothing
# says: larger than 100 MB
import json

import msgpack

from keraskata.boundary import codec


def layer(name, **config):
    return {"module": "keras.layers", "class_name": name, "config": config}


def immense(value, keep=None):
    layers = [layer("InputLayer", batch_shape=[None, 3]), *[layer("Dense", units=8_000) for _ in range(60)]]
    config = {"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers": layers}}
    known = [["config", json.dumps(config)], ["arrays", {"": "dict", "items": []}], ["steps", None]]
    return msgpack.packb({"": "model", "parts": {"": "dict", "items": known}})


codec.encode = immense


def build_model(n_features):
    return None
