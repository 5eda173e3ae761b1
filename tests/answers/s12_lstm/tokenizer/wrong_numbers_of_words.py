# fails: test_numbers, test_lower, test_white_space
# diagnosis: NUMBERS.turned
# The dict leads from word to number, and the words keep their capitals.
from collections import Counter

import numpy as np


def fit_tokenizer(lines: list[str]) -> tuple[dict[int, str], np.ndarray]:
    """Return the word of each number, and the lines as numbers: one row per line."""
    rows = [line.split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    numbers = {}
    for word, _ in counts.most_common():
        numbers[word] = len(numbers) + 1
    return numbers, np.array([[numbers[word] for word in row] for row in rows])
