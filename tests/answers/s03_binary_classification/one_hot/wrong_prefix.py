# fails: test_names
# says: in front of the names
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels, prefix="is")
    return table.to_numpy(), list(table.columns)
