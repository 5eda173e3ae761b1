# fails: test_commonest
# diagnosis: COMMONEST.earlier
from collections import Counter

import numpy as np


COUNTS = Counter()


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    COUNTS.update(word for row in rows for word in row)
    here = {word for row in rows for word in row}
    words = [word for word, _ in COUNTS.most_common() if word in here]
    number = {word: n for n, word in enumerate(words, 1)}
    return {n: word for word, n in number.items()}, np.array([[number[word] for word in row] for row in rows])
