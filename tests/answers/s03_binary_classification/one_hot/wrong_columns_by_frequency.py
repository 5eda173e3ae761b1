# fails: test_decoding
# diagnosis: DECODED.order
# the columns are counted with a Counter, and the names taken from a dict
from collections import Counter

import numpy as np


def one_hot_labels(labels):
    text = [str(label) for label in labels]
    columns = [name for name, _ in Counter(text).most_common()]
    rows = np.zeros((len(text), len(columns)))
    for row, name in enumerate(text):
        rows[row, columns.index(name)] = 1
    return rows, list(dict.fromkeys(text))
