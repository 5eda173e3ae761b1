# fails: test_other_labels
# diagnosis: NAMES.spelling
import pandas as pd


def one_hot_labels(labels):
    table = pd.get_dummies(labels, prefix="label")
    return table.to_numpy(), [name.split("_")[-1] for name in table.columns]
