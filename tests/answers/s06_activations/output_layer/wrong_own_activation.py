# fails: test_layer
# says: my_sigmoid, a function of your own, by its name
import keras


def my_sigmoid(z):
    return 1 / (1 + keras.ops.exp(-z))


def output_layer(task, n_outputs):
    activations = {"binary": my_sigmoid, "multi-class": "softmax", "multi-label": my_sigmoid, "regression": None}
    if task not in activations:
        raise ValueError(f"{task} is none of {', '.join(activations)}")
    return keras.layers.Dense(1 if task == "binary" else n_outputs, activation=activations[task])
