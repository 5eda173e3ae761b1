# fails: test_pair
# diagnosis: SHAPE.letters
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    letters = [letter for letter, _ in Counter("".join(lines).lower()).most_common()]
    width = min(map(len, lines))
    return dict(enumerate(letters, 1)), np.array([[letters.index(c) + 1 for c in line.lower()[:width]] for line in lines])
