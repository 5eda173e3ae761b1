# fails: test_regression
# diagnosis: NUMBERS.relu
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "relu"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError(f"one of {list(ACTIVATIONS)}")
    return keras.layers.Dense(1 if task == "binary" else n_outputs, activation=ACTIVATIONS[task])
