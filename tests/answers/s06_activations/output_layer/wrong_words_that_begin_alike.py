# fails: test_unknown
# diagnosis: OTHER_WORDS.near
from keras import layers

KINDS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": None}


def output_layer(task, n_outputs):
    for word, activation in KINDS.items():
        if task.startswith(word):
            return layers.Dense(n_outputs, activation=activation)
    raise ValueError("binary, multi-class, multi-label or regression, please")
