# fails: test_unknown
# diagnosis: OTHER_WORDS.piece
# any beginning of a name is taken for it
from keras import layers

KINDS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    for name, activation in KINDS.items():
        if task and name.startswith(task):
            return layers.Dense(1 if name == "binary" else n_outputs, activation=activation)
    raise ValueError(f"task is one of {', '.join(KINDS)}")
