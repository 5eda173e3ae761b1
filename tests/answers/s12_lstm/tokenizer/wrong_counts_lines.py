# fails: test_commonest
# diagnosis: COMMONEST.by_line
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    words = [word for word, _ in Counter(word for row in rows for word in set(row)).most_common()]
    return dict(enumerate(words, 1)), np.array([[words.index(word) + 1 for word in row] for row in rows])
