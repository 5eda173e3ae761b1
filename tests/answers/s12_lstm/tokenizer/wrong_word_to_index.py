# fails: test_numbers, test_lower, test_white_space
# diagnosis: NUMBERS.turned
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    index_to_word = {i: word for i, (word, _) in enumerate(counts.most_common(), start=1)}
    word_to_index = {word: i for i, word in index_to_word.items()}
    return word_to_index, np.array([[word_to_index[word] for word in row] for row in rows])
