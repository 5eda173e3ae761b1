# fails: test_binary, test_multi_class, test_multi_label, test_regression
# diagnosis: ONE_UNIT.other, UNITS.fixed
import keras


def output_layer(task, n_outputs):
    activations = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}
    if task not in activations:
        raise ValueError("binary, multi-class, multi-label, regression")
    return keras.layers.Dense(4, activation=activations[task])
