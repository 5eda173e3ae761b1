# Right: factorize gives codes and names; the array is of type uint8.
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    codes, found = pd.factorize(labels)
    rows = np.zeros((len(codes), len(found)), dtype=np.uint8)
    np.put_along_axis(rows, codes[:, None], 1, axis=1)
    return rows, list(map(str, found))
