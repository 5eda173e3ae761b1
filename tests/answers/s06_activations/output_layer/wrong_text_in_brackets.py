# fails: test_unknown
# diagnosis: OTHER_WORDS.pieces
import keras


def output_layer(task: str, n_outputs: int) -> keras.layers.Dense:
    """Return the last layer of a network for `task`."""
    if task in ("binary"):
        return keras.layers.Dense(1, activation="sigmoid")
    if task == "multi-class":
        return keras.layers.Dense(n_outputs, activation="softmax")
    if task == "multi-label":
        return keras.layers.Dense(n_outputs, activation="sigmoid")
    if task == "regression":
        return keras.layers.Dense(n_outputs, activation="linear")
    raise ValueError(f"unknown task {task!r}: use binary, multi-class, multi-label or regression")
