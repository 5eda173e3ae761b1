# fails: test_shape
# diagnosis: expect.CALL.no_return
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels)
    table.to_numpy(), list(table.columns)
