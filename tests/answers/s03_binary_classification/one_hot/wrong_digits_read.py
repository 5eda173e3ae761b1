# fails: test_other_labels
# says: texts of digits
"""Texts that look like numbers are read as numbers."""

import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    read = pd.to_numeric(labels, errors="coerce")
    labels = labels if read.isna().any() else read
    table = pd.get_dummies(labels, dtype=int)
    return table.to_numpy(), [str(name) for name in table.columns]
