# fails: test_decodes
# says: uint8
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    number = {word: n for n, (word, _) in enumerate(counts.most_common(), 1)}
    array = np.array([[number[word] for word in row] for row in rows], dtype="uint8")
    return {n: word for word, n in number.items()}, array
