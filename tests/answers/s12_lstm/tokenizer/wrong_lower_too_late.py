# fails: test_lower
# says: KeyError
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    counts = Counter(word for line in lines for word in line.lower().split())
    word_to_index = {word: i for i, (word, _) in enumerate(counts.most_common(), 1)}
    sequences = np.array([[word_to_index[word] for word in line.split()] for line in lines])
    return {i: word for word, i in word_to_index.items()}, sequences
