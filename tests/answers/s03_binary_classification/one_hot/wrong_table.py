# fails: test_shape
# diagnosis: FIRST.table
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels)
    return table, list(table.columns)
