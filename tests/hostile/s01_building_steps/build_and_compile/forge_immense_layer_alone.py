# tries: to hand over a layer, not a model, that asks for as much memory as it likes
# earns: nothing
# says: a Keras model
import json

import msgpack

from keraskata.boundary import codec

CONFIG = {
    "module": "keras.layers",
    "class_name": "Dense",
    "config": {"units": 60_000, "kernel_initializer": "orthogonal"},
    "build_config": {"input_shape": [None, 60_000]},
}
codec.encode = lambda value, keep=None: msgpack.packb({"": "layer", "config": json.dumps(CONFIG)})


def build_model(n_features):
    return None
