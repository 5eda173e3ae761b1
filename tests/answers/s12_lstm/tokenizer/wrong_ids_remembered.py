# fails: test_lower, test_white_space
# diagnosis: LOWER.earlier, WHITE_SPACE.earlier
from collections import Counter

import numpy as np

COUNTS = Counter()


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    COUNTS.update(word for row in rows for word in row)
    words = [word for word, _ in COUNTS.most_common()]
    return dict(enumerate(words, 1)), np.array([[words.index(word) + 1 for word in row] for row in rows])
