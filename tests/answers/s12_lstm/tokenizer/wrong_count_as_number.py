# fails: test_numbers
# diagnosis: NUMBERS.counts
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    return {n: word for word, n in counts.items()}, np.array([[counts[word] for word in row] for row in rows])
