# fails: test_lower
# diagnosis: LOWER.twice
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.split() for line in lines]
    words = [word for word, _ in Counter(word for row in rows for word in row).most_common()]
    index_to_word = {i: word.lower() for i, word in enumerate(words, 1)}
    return index_to_word, np.array([[words.index(word) + 1 for word in row] for row in rows])
