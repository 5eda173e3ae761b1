# fails: test_lower
# diagnosis: LOWER.spelling
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.split() for line in lines]
    spelling = {}
    for word in (word for row in rows for word in row):
        spelling.setdefault(word.lower(), word)
    counts = Counter(word.lower() for row in rows for word in row)
    numbers = {word: number for number, (word, _) in enumerate(counts.most_common(), 1)}
    return {n: spelling[word] for word, n in numbers.items()}, np.array([[numbers[w.lower()] for w in r] for r in rows])
