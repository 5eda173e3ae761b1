# fails: test_other_labels
# diagnosis: SHAPE.no_column
# two categories get a single column
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels, drop_first=labels.nunique() == 2)
    return table.to_numpy(), sorted(map(str, labels.unique()))
