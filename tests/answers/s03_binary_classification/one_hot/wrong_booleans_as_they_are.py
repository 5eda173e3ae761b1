# fails: test_whole_numbers
# diagnosis: TEXT.number
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    categories = labels.astype("category").cat
    names = [name if isinstance(name, (bool, np.bool_)) else str(name) for name in categories.categories]
    # Row i of the identity matrix is the one-hot row of code i.
    return np.eye(len(names))[categories.codes], names
