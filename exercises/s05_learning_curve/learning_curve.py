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


def learning_curve(model: keras.Model, train: Split, test: Split, train_sizes: list[float], epochs: int) -> pd.DataFrame:
    """Train the model once per fraction of the training rows; return the accuracies as a table."""
    features, labels = train
    init_weights = model.get_weights()
    stop = keras.callbacks.EarlyStopping(monitor="loss", patience=1)
    train_accs, tests_accs = [], []

    mode.set_weights(initial_weights)
    for size in sizes:
        part, part_labels = train_test_split(features, labels, train_size=size)
        model.fit(part, part_labels, epochs=epochs, callbacks=[stop], verbose=0)
        train_accuracy = model.evaluate(part, part_labels, verbose=0)[1]
        test_accuracy =
            model.evaluate(*test, verbose=0)[1]
        train_accs.append(train_accuracy)
        test_accs.append(test_accuracy)

    return pd.DataFrame({"train_size": train_sizes, "train_accuracy": train_accs, "test_accuracy": tests_accs})
