# fails: test_rows
# diagnosis: ROWS.ones
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    categorical = labels.astype("category")
    codes = categorical.cat.codes.to_numpy()
    names = [str(category) for category in categorical.cat.categories]
    one_hot = np.zeros((len(labels), len(names)))
    one_hot[:, codes] = 1
    return one_hot, names
