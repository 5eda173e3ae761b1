# fails: test_shape
# diagnosis: BOTH.table
# the names are the columns of a table
import pandas as pd


def one_hot_labels(labels):
    return pd.get_dummies(labels)
