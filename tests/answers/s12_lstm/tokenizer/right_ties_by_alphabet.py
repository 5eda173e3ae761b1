# ties in the order of the alphabet; a dict that is sorted backwards; int32
import numpy as np


def fit_tokenizer(lines):
    words = " ".join(lines).lower().split()
    order = sorted(set(words), key=lambda word: (-words.count(word), word))
    table = {place + 1: word for place, word in reversed(list(enumerate(order)))}
    flat = np.array([order.index(word) + 1 for word in words], dtype=np.int32)
    return table, flat.reshape(len(lines), -1)
