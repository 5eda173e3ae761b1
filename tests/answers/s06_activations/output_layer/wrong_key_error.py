# fails: test_unknown
# diagnosis: OTHER_WORDS.no_raise
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    return keras.layers.Dense(1 if task == "binary" else n_outputs, activation=ACTIVATIONS[task])
