# fails: test_numbers
# diagnosis: NUMBERS.from_zero
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    words = [word for word, _ in Counter(word for row in rows for word in row).most_common()]
    return dict(enumerate(words)), np.array([[words.index(word) for word in row] for row in rows])
