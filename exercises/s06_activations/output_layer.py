"""Choose the output layer that fits the task.

"binary" is a yes/no question and answers with one probability, so that a single unit is enough whatever `n_outputs`
says. "multi-class" picks one of `n_outputs` classes, with probabilities that sum to 1. "multi-label" asks `n_outputs`
yes/no questions, each with a probability of its own. "regression" predicts `n_outputs` numbers of any size and sign.
Return a new Dense layer on each call, with an activation of Keras' own. Any other word, "Binary" or "multi_class" among
them, raises a ValueError whose message names the four.

Read: kata book output_layer
"""

import keras


def output_layer(task: str, n_outputs: int) -> keras.layers.Dense:
    """Return the last layer of a network for `task`."""
    if task == "binary":
        return keras.layers.Dense(4, activation="relu")
    if task == "multi-class" or "multi-label":
        return keras.layers.Dense(n_outputs, activation="softmax")
    return keras.layers.Dense(n_outputs, activation="relu")
