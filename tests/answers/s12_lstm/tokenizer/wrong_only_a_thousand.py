# fails: test_decodes
# diagnosis: DECODES.few
# only the thousand commonest words have a number
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    words = [word for word, _ in Counter(word for row in rows for word in row).most_common(1000)]
    numbers = {word: number for number, word in enumerate(words, 1)}
    return dict(enumerate(words, 1)), np.array([[numbers.get(word, 0) for word in row] for row in rows])
