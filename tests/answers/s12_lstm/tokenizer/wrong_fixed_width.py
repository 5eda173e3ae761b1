# fails: test_pair
# diagnosis: SHAPE.width
# says: 20 columns
import keras
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    words = dict(enumerate((word for word, _ in counts.most_common()), start=1))
    numbers = {word: number for number, word in words.items()}
    return words, keras.utils.pad_sequences([[numbers[word] for word in row] for row in rows], maxlen=20)
