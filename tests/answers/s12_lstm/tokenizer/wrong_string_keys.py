# fails: test_numbers
# diagnosis: NUMBERS.text
# the numbers are written as text
from collections import Counter

import numpy as np


def fit_tokenizer(lines: list[str]) -> tuple[dict[int, str], np.ndarray]:
    """Return the word of each number, and the lines as numbers: one row per line."""
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    index_to_word = {str(index): word for index, (word, _) in enumerate(counts.most_common(), start=1)}
    word_to_index = {word: int(index) for index, word in index_to_word.items()}
    return index_to_word, np.array([[word_to_index[word] for word in row] for row in rows])
