# fails: test_regression
# diagnosis: NUMBERS.tanh
# tanh for numbers
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "tanh"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError(f"task must be one of {', '.join(ACTIVATIONS)}, not {task!r}")
    units = 1 if task == "binary" else n_outputs
    return keras.layers.Dense(units, activation=ACTIVATIONS[task])
