# fails: test_multi_class, test_multi_label, test_regression
# diagnosis: UNITS.more
# one unit more than n_outputs
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError(f"task must be one of {', '.join(ACTIVATIONS)}, not {task!r}")
    units = 1 if task == "binary" else n_outputs + 1
    return keras.layers.Dense(units, activation=ACTIVATIONS[task])
