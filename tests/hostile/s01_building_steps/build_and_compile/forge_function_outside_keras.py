# tries: to hand over a config that names os.system, subprocess and builtins.eval as activations
# earns: nothing
# says: not part of Keras
import json

import msgpack

from keraskata.boundary import codec


def config(module, name):
    function = {"module": module, "class_name": "function", "config": name, "registered_name": name}
    dense = {"module": "keras.layers", "class_name": "Dense", "config": {"units": 1, "activation": function}}
    inner = {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [None, 3]}}
    return json.dumps(
        {"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers": [inner, dense]}}
    )


def strange(value, keep=None):
    parts = {
        "": "dict",
        "items": [["config", config("os", "system")], ["arrays", {"": "dict", "items": []}], ["steps", None]],
    }
    return msgpack.packb({"": "model", "parts": parts})


codec.encode = strange


def build_model(n_features):
    return None
