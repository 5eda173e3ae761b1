# fails: test_multi_label
# diagnosis: LABELS.softmax
import keras


def output_layer(task, n_outputs):
    if task == "binary":
        return keras.layers.Dense(1, activation="sigmoid")
    if task in ("multi-class", "multi-label"):
        return keras.layers.Dense(n_outputs, activation="softmax")
    if task == "regression":
        return keras.layers.Dense(n_outputs)
    raise ValueError("binary, multi-class, multi-label, regression")
