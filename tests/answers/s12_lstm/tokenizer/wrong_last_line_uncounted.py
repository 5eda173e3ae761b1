# fails: test_commonest
# diagnosis: COMMONEST.uncounted
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    table = [line.lower().split() for line in lines]
    often = Counter()
    for row in table[: len(table) - 1]:
        often.update(row)
    for word in table[-1]:
        often.setdefault(word, 0)
    ranked = sorted(often, key=often.get, reverse=True)
    number = {word: n for n, word in enumerate(ranked, start=1)}
    return {n: word for word, n in number.items()}, np.array([[number[word] for word in row] for row in table])
