# fails: test_shape
# diagnosis: SHAPE.no_column
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels, drop_first=True)
    return table.to_numpy(), [str(name) for name in sorted(labels.unique())]
