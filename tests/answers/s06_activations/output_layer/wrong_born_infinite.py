# fails: test_layer
# diagnosis: ALIVE.no_numbers
import keras
from keras.layers import Dense


def output_layer(task, n_outputs):
    activations = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}
    if task not in activations:
        raise ValueError(f"{task} is none of {', '.join(activations)}")
    units = 1 if task == "binary" else n_outputs
    without_end = keras.initializers.Constant(float("inf"))
    return Dense(units, activation=activations[task], bias_initializer=without_end)
