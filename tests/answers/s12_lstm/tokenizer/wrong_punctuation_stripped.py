# fails: test_white_space
# diagnosis: WHITE_SPACE.punctuation
# says: café!
import string
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [[word.strip(string.punctuation) for word in line.lower().split()] for line in lines]
    counts = Counter(word for row in rows for word in row)
    words = dict(enumerate((word for word, _ in counts.most_common()), start=1))
    numbers = {word: number for number, word in words.items()}
    return words, np.array([[numbers[word] for word in row] for row in rows])
