# fails: test_layer
# diagnosis: LAYER.activated
import keras
from keras import layers

KINDS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    if task not in KINDS:
        raise ValueError(f"task is one of {', '.join(KINDS)}")
    scores = layers.Dense(1 if task == "binary" else n_outputs)
    return keras.Sequential([scores, layers.Activation(KINDS[task])])
