# fails: test_lower
# diagnosis: LOWER.spelling
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    spelling = {word.lower(): word for line in lines for word in line.split()}
    counts = Counter(" ".join(lines).lower().split())
    numbers = {word: number for number, (word, _) in enumerate(counts.most_common(), 1)}
    array = np.array([[numbers[word] for word in line.lower().split()] for line in lines])
    return {number: spelling[word] for word, number in numbers.items()}, array
