# fails: test_decodes
# diagnosis: ROWS.alike
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    number = {word: n for n, (word, _) in enumerate(counts.most_common(), 1)}
    once = list(dict.fromkeys(tuple(row) for row in rows))
    return {n: word for word, n in number.items()}, np.array([[number[word] for word in row] for row in once])
