# fails: test_commonest
# diagnosis: COMMONEST.rarest
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    words = sorted(counts, key=counts.get)
    return dict(enumerate(words, 1)), np.array([[words.index(word) + 1 for word in row] for row in rows])
