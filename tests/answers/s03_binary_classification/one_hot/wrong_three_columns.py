# fails: test_shape
# diagnosis: SHAPE.columns
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    codes, categories = pd.factorize(labels, sort=True)
    one_hot = np.zeros((len(labels), 3))
    one_hot[np.arange(len(labels)), codes] = 1
    return one_hot, [str(category) for category in categories]
