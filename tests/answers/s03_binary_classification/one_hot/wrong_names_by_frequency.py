# fails: test_decoding
# diagnosis: DECODED.order
# says: order of frequency
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    text = labels.map(str).astype(object)
    codes = text.astype("category").cat.codes.to_numpy()
    return np.eye(text.nunique())[codes], list(text.value_counts().index)
