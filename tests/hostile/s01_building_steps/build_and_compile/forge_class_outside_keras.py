# tries: to hand over a config that names classes of Python and of Keras' inside, where Keras looks for its own
# earns: nothing
# says: not part of Keras
import itertools
import json

import msgpack

from keraskata.boundary import codec

STRANGE = itertools.cycle(
    [
        {"module": "builtins", "class_name": "eval", "config": "open('/etc/passwd').read()"},
        {"module": "subprocess", "class_name": "Popen", "config": {"args": ["id"]}},
        {"module": "keras.src.saving.serialization_lib", "class_name": "enable_unsafe_deserialization", "config": {}},
        {"module": "keras.utils", "class_name": "get_file", "config": {"fname": "x", "origin": "http://127.0.0.1/"}},
        {"module": "keras.src.utils.file_utils", "class_name": "File", "config": {"path": "/etc/passwd"}},
    ]
)


def strange(value, keep=None):
    known = [["config", json.dumps(next(STRANGE))], ["arrays", {"": "dict", "items": []}], ["steps", None]]
    return msgpack.packb({"": "model", "parts": {"": "dict", "items": known}})


codec.encode = strange


def build_model(n_features):
    return None
