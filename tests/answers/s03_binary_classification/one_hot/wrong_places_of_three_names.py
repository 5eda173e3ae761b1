# fails: test_shape
# says: codes holds nan in 3 of 10 places
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    names = ["red", "green", "blue"]
    codes = labels.map({name: i for i, name in enumerate(names)}).to_numpy()
    return np.eye(3)[codes], names
