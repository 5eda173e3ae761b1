# fails: test_other_labels
# diagnosis: DECODED.shared
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    categories = labels.astype(str).str[:3].astype("category").cat
    names = [str(name) for name in labels.unique()]
    names = sorted(names)
    # Row i of the identity matrix is the one-hot row of code i.
    return np.eye(len(names))[categories.codes], names
