# fails: test_lower
# diagnosis: LOWER.letters
from collections import Counter

import numpy as np


from string import ascii_lowercase, ascii_uppercase

SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def fit_tokenizer(lines):
    rows = [line.translate(SMALL).split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    number = {word: n for n, (word, _) in enumerate(counts.most_common(), 1)}
    return {n: word for word, n in number.items()}, np.array([[number[word] for word in row] for row in rows])
