# different: plain loops over a dict of places, in the order of the set
import numpy as np


def one_hot_labels(labels):
    names = list(set(labels))
    place = {name: i for i, name in enumerate(names)}
    rows = []
    for label in labels:
        row = [0] * len(names)
        row[place[label]] = 1
        rows.append(row)
    return np.array(rows), [str(name) for name in names]
