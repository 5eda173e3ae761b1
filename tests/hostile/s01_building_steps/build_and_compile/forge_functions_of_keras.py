# tries: to hand over configs that have the judge call Keras' own functions: settings of all, downloads, files
# earns: nothing
# says: not part of Keras
import itertools
import json

import msgpack

from keraskata.boundary import codec


def layer(module, name, config):
    return {"module": module, "class_name": name, "config": config, "registered_name": None}


SETTING = layer("keras", "config.set_max_epochs", {"max_epochs": -1})
STRANGE = itertools.cycle(
    [
        SETTING,
        layer("keras", "layers.Lambda", {"function": SETTING, "arguments": {}}),
        layer("keras", "visualization.plot_image_gallery", {"images": [[[[0]]]], "path": "/tmp/kata-was-here"}),
        layer("keras.ops", "cond", {"pred": True, "true_fn": SETTING, "false_fn": SETTING}),
        layer("keras.src.ops.core", "Cond", {}),
        layer("keras.layers", "function", {"config": "datasets.mnist.load_data"}),
        {"module": "builtins", "class_name": "function", "config": "config.set_floatx", "registered_name": "x"},
        {"module": "keras.losses", "class_name": "function", "config": "deserialize", "registered_name": None},
    ]
)


def strange(value, keep=None):
    model = layer("keras", "Sequential", {"name": "s", "layers": [next(STRANGE)]})
    known = [["config", json.dumps(model)], ["arrays", {"": "dict", "items": []}], ["steps", None]]
    return msgpack.packb({"": "model", "parts": {"": "dict", "items": known}})


codec.encode = strange


def build_model(n_features):
    return None
