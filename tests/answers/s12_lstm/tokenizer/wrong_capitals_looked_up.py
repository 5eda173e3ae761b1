# fails: test_lower
# diagnosis: DECODES.missing
# a word with a capital is looked up as it stands
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    counts = Counter(word for line in lines for word in line.lower().split())
    index_to_word = {number: word for number, (word, _) in enumerate(counts.most_common(), 1)}
    numbers = {word: number for number, word in index_to_word.items()}
    return index_to_word, np.array([[numbers.get(word, 0) for word in line.split()] for line in lines])
