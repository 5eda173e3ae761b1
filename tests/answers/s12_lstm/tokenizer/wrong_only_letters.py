# fails: test_decodes, test_lower, test_white_space
# diagnosis: DECODES.extra, LOWER.extra
import re
from collections import Counter

import numpy as np


def fit_tokenizer(lines):
    rows = [re.findall(r"[a-zA-Z,.!?'-]+", line.lower()) for line in lines]
    counts = Counter(word for row in rows for word in row)
    number = {word: n for n, (word, _) in enumerate(counts.most_common(), 1)}
    return {n: word for word, n in number.items()}, np.array([[number[word] for word in row] for row in rows])
