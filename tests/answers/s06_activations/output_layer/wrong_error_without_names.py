# fails: test_unknown
# diagnosis: OTHER_WORDS.message
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError("unknown task")
    return keras.layers.Dense(1 if task == "binary" else n_outputs, activation=ACTIVATIONS[task])
