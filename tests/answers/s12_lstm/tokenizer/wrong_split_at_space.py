# fails: test_white_space
# diagnosis: WHITE_SPACE.spaces
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split(" ") for line in lines]
    width = max(map(len, rows))
    rows = [row + [row[-1]] * (width - len(row)) for row in rows]
    words = [word for word, _ in Counter(word for row in rows for word in row).most_common()]
    return dict(enumerate(words, 1)), np.array([[words.index(word) + 1 for word in row] for row in rows])
