# fails: test_other_labels
# diagnosis: SHAPE.parted
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    dummies = labels.astype(str).str.get_dummies()
    return dummies.to_numpy(), list(dummies.columns)
