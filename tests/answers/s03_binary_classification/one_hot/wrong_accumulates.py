# fails: test_other_labels
# diagnosis: SHAPE.elsewhere
# names of earlier calls stay in the dict
import numpy as np


places = {}


def one_hot_labels(labels):
    for label in labels:
        places.setdefault(str(label), len(places))
    out = np.zeros((len(labels), len(places)))
    for row, label in enumerate(labels):
        out[row, places[str(label)]] = 1
    return out, list(places)
