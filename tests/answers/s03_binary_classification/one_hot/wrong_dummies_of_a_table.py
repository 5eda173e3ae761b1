# fails: test_whole_numbers
# diagnosis: SHAPE.labels
# get_dummies of a table leaves columns of numbers as they are
import pandas as pd


def one_hot_labels(labels):
    dummies = pd.get_dummies(pd.DataFrame({"label": labels}), prefix="", prefix_sep="", dtype=int)
    return dummies.to_numpy(), [str(name) for name in dummies.columns]
