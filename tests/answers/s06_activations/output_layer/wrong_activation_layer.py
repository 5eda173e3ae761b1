# fails: test_layer
# diagnosis: LAYER.other
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    return keras.layers.Activation(ACTIVATIONS[task])
