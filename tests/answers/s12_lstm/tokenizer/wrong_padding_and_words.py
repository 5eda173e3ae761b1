# fails: test_numbers, test_lower
# diagnosis: NUMBERS.padding, LOWER.extra
# the dict has a word for the padding
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    words = ["<pad>", *(word for word, _ in counts.most_common())]
    return dict(enumerate(words)), np.array([[words.index(word) for word in row] for row in rows])
