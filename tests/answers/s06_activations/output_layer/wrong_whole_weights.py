# fails: test_layer
# diagnosis: ALIVE.whole
import keras

ACTIVATIONS = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}


def output_layer(task: str, n_outputs: int) -> keras.layers.Dense:
    """Return the last layer of a network for `task`."""
    if task not in ACTIVATIONS:
        raise ValueError(f"task must be one of {', '.join(ACTIVATIONS)}, not {task!r}")
    units = 1 if task == "binary" else n_outputs
    return keras.layers.Dense(units, activation=ACTIVATIONS[task], dtype="int32")
