# fails: test_lower
# diagnosis: CHANGED.changed
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    for place, line in enumerate(lines):
        lines[place] = line.lower()
    rows = [line.split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    number = {word: n for n, (word, _) in enumerate(counts.most_common(), 1)}
    return {n: word for word, n in number.items()}, np.array([[number[word] for word in row] for row in rows])
