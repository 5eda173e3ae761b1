# fails: test_lower
# diagnosis: COMMONEST.spellings
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    counts = Counter(word for line in lines for word in line.split())
    number = {}
    for word, _ in counts.most_common():
        number.setdefault(word.lower(), len(number) + 1)
    rows = [[number[word.lower()] for word in line.split()] for line in lines]
    return {n: word for word, n in number.items()}, np.array(rows)
