# fails: test_binary
# diagnosis: expect.OUTPUT.softmax
import keras

ACTIVATIONS = {"binary": "softmax", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError(f"one of {list(ACTIVATIONS)}")
    return keras.layers.Dense(1 if task == "binary" else n_outputs, activation=ACTIVATIONS[task])
