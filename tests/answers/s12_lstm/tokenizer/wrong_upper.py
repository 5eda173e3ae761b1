# fails: test_numbers, test_lower
# diagnosis: WORDS.capitals, LOWER.spelling
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.upper().split() for line in lines]
    words = [word for word, _ in Counter(word for row in rows for word in row).most_common()]
    return dict(enumerate(words, 1)), np.array([[words.index(word) + 1 for word in row] for row in rows])
