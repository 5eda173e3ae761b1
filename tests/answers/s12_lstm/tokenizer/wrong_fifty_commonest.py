# fails: test_decodes
# diagnosis: DECODES.few
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    number = {word: n for n, (word, _) in enumerate(counts.most_common(50), 1)}
    array = np.array([[number.get(word, 0) for word in row] for row in rows])
    return {n: word for word, n in number.items()}, array
