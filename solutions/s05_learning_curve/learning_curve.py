"""Measure how accuracy grows with the amount of training data.

The model arrives built and compiled. For each fraction in `train_sizes` (above 0, below 1), train it for exactly
`epochs` epochs on that fraction of the training rows. Every size starts afresh: from the weights that the model came
with, and without the momentum that its optimizer gathered in an earlier size. Return a DataFrame with one row per
size, in the order asked, and the columns `train_size` (the fraction), `train_accuracy` (on the rows just trained on)
and `test_accuracy`, both measured after the training. The model may have been compiled with other metrics as well.

Read: kata book learning_curve
"""

import keras
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

Split = tuple[np.ndarray, np.ndarray]


def learning_curve(
    model: keras.Model, train: Split, test: Split, train_sizes: list[float], epochs: int
) -> pd.DataFrame:
    """Train the model once per fraction of the training rows; return the accuracies as a table."""
    initial_weights = model.get_weights()
    recipe = model.get_compile_config()
    rows = []
    for size in train_sizes:
        part, _, part_labels, _ = train_test_split(*train, train_size=size)
        model.set_weights(initial_weights)
        model.compile_from_config(recipe)  # a new optimizer: set_weights leaves the old one's momentum in place
        model.fit(part, part_labels, epochs=epochs, verbose=0)
        on_train = model.evaluate(part, part_labels, verbose=0, return_dict=True)
        on_test = model.evaluate(*test, verbose=0, return_dict=True)
        rows.append((size, on_train["accuracy"], on_test["accuracy"]))
    return pd.DataFrame(rows, columns=["train_size", "train_accuracy", "test_accuracy"])
