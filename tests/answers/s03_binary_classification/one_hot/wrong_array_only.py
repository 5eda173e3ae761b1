# fails: test_shape
# diagnosis: BOTH.array_only
import pandas as pd


def one_hot_labels(labels):
    return pd.get_dummies(labels).to_numpy()
