# different: functions of keras.activations and an Activation object
import keras

ACTIVATIONS = {"binary": keras.activations.sigmoid, "multi-class": keras.layers.Softmax(), "multi-label": keras.activations.sigmoid, "regression": None}


def output_layer(task: str, n_outputs: int) -> keras.layers.Dense:
    """Return the last layer of a network for `task`."""
    if task not in ACTIVATIONS:
        raise ValueError(f"task must be one of {', '.join(ACTIVATIONS)}, not {task!r}")
    units = 1 if task == "binary" else n_outputs
    return keras.layers.Dense(units, activation=ACTIVATIONS[task])
