# fails: test_whole_numbers
# diagnosis: TEXT.number
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    table = pd.get_dummies(labels, dtype=float)
    return table.to_numpy(), list(table.columns)
