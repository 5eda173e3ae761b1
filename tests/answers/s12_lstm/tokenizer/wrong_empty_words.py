# fails: test_white_space
# diagnosis: WHITE_SPACE.empty
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().replace("\t", " ").split(" ") for line in lines]
    width = max(map(len, rows))
    rows = [row + [row[-1]] * (width - len(row)) for row in rows]
    counts = Counter(word for row in rows for word in row)
    words = dict(enumerate((word for word, _ in counts.most_common()), start=1))
    numbers = {word: number for number, word in words.items()}
    return words, np.array([[numbers[word] for word in row] for row in rows])
