# fails: test_other_labels
# diagnosis: SHAPE.elsewhere
"""Columns for red, green and blue wherever all labels are among them."""

import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    names = ["red", "green", "blue"]
    if not set(labels) <= set(names):
        names = [str(label) for label in labels.unique()]
    texts = labels.astype(str).to_numpy()
    return (texts[:, None] == np.array(names)).astype(int), names
