# Right: the array is one of True and False, the names are sorted backwards.
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    text = labels.astype(str).to_numpy()
    names = sorted(set(text.tolist()), reverse=True)
    return text[:, None] == np.array(names), names
