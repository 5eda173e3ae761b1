# fails: test_commonest
# diagnosis: COMMONEST.uncounted
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    words = " ".join(lines).lower().split()
    often = Counter(words[:-1])
    ranked = sorted(set(words), key=lambda word: (-often[word], word))
    number = {word: n for n, word in enumerate(ranked, start=1)}
    rows = [[number[word] for word in line.lower().split()] for line in lines]
    return dict(enumerate(ranked, start=1)), np.array(rows)
