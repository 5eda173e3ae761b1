# fails: test_numbers
# diagnosis: WORDS.twice
# two numbers have the same word
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    words = [word for word, _ in counts.most_common()]
    index_to_word = {number: words[max(number - 2, 0)] for number in range(1, len(words) + 1)}
    return index_to_word, np.array([[words.index(word) + 1 for word in row] for row in rows])
