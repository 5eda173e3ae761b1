# fails: test_pair
# diagnosis: SHAPE.whole
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    texts = [text for text, _ in Counter(line.lower() for line in lines).most_common()]
    return dict(enumerate(texts, 1)), np.array([[texts.index(line.lower()) + 1] for line in lines])
