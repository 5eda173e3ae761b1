# fails: test_commonest
# diagnosis: COMMONEST.uncounted
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    table = [line.lower().split() for line in lines]
    often = Counter(word for row in table[:100] for word in row)
    ranked = sorted({word for row in table for word in row}, key=lambda word: (-often[word], word))
    number = {word: n for n, word in enumerate(ranked, start=1)}
    return dict(enumerate(ranked, start=1)), np.array([[number[word] for word in row] for row in table])
