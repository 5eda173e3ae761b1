# fails: test_decodes
# diagnosis: DECODES.rows
# the lines are sorted first
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in sorted(lines)]
    counts = Counter(word for row in rows for word in row)
    words = [word for word, _ in counts.most_common()]
    return dict(enumerate(words, 1)), np.array([[words.index(word) + 1 for word in row] for row in rows])
