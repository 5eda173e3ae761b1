# fails: test_unknown
# diagnosis: OTHER_WORDS.piece
from keras import layers

NAMES = "binary, multi-class, multi-label, regression"


def output_layer(task, n_outputs):
    if task not in NAMES:
        raise ValueError(f"{task} is none of {NAMES}")
    if task == "binary":
        return layers.Dense(1, activation="sigmoid")
    return layers.Dense(n_outputs, activation={"multi-class": "softmax", "multi-label": "sigmoid"}.get(task))
