# fails: test_names
# diagnosis: LISTED.dict
# a dict of names and places
import numpy as np


def one_hot_labels(labels):
    column = labels.astype("category").cat
    names = [str(name) for name in column.categories]
    return np.eye(len(names))[column.codes], {name: place for place, name in enumerate(names)}
