# fails: test_other_labels
# diagnosis: NAMES.spelling
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    categories = labels.astype("category").cat
    names = [str(name).strip() for name in categories.categories]
    # Row i of the identity matrix is the one-hot row of code i.
    return np.eye(len(names))[categories.codes], names
