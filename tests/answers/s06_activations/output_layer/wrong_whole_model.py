# fails: test_layer
# diagnosis: LAYER.model
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError(f"one of {list(ACTIVATIONS)}")
    model = keras.Sequential([keras.Input((4,))])
    model.add(keras.layers.Dense(1 if task == "binary" else n_outputs, activation=ACTIVATIONS[task]))
    return model
