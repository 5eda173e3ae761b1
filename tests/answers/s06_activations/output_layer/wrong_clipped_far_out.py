# fails: test_regression
# diagnosis: expect.OUTPUT.changed
import keras
from keras.layers import Dense


def output_layer(task, n_outputs):
    activations = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}
    if task not in activations:
        raise ValueError(f"{task} is none of {', '.join(activations)}")
    units = 1 if task == "binary" else n_outputs
    linear = keras.layers.ReLU(negative_slope=1.0, max_value=1e4)
    return Dense(units, activation=linear if task == "regression" else activations[task])
