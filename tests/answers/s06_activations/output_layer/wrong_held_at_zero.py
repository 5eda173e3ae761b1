# fails: test_layer
# diagnosis: ALIVE.held
import keras
from keras.layers import Dense


def output_layer(task, n_outputs):
    activations = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}
    if task not in activations:
        raise ValueError(f"{task} is none of {', '.join(activations)}")
    units = 1 if task == "binary" else n_outputs
    zero = keras.constraints.MinMaxNorm(0, 0, 1)
    return Dense(units, activation=activations[task], kernel_constraint=zero, bias_constraint=zero)
