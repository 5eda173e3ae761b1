# fails: test_unknown
# diagnosis: OTHER_WORDS.no_raise
import keras


def output_layer(task, n_outputs):
    activations = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}
    assert task in activations, f"not one of {', '.join(activations)}"
    return keras.layers.Dense(1 if task == "binary" else n_outputs, activation=activations[task])
