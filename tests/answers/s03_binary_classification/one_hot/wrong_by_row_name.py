# fails: test_other_labels
# diagnosis: SHAPE.row_names
import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    table = pd.crosstab(labels.index, labels).loc[labels.index.unique()]
    return table.to_numpy(), [str(name) for name in table.columns]
