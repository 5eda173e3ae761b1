# fails: test_shape
# says: names are missing
import pandas as pd


def one_hot_labels(labels):
    return pd.get_dummies(labels).to_numpy()
