# fails: test_lower
# diagnosis: LOWER.folded
from collections import Counter

import numpy as np


def fit_tokenizer(lines: list[str]) -> tuple[dict[int, str], np.ndarray]:
    """Return the word of each number, and the lines as numbers: one row per line."""
    rows = [line.casefold().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    number_of = {word: number for number, (word, _) in enumerate(counts.most_common(), start=1)}
    numbers = np.array([[number_of[word] for word in row] for row in rows], dtype=int)
    return {number: word for word, number in number_of.items()}, numbers
