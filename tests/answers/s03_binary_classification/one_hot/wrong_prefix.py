# fails: test_names
# diagnosis: NAMES.prefix
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels, prefix="is")
    return table.to_numpy(), list(table.columns)
