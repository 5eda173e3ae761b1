# different: one list of words from Counter, and a Keras tensor as the array
from collections import Counter

import keras


def fit_tokenizer(lines):
    words = [w for w, _ in Counter(" ".join(lines).lower().split()).most_common()]
    tokens = keras.ops.convert_to_tensor([[words.index(w) + 1 for w in line.lower().split()] for line in lines], "int32")
    return dict(enumerate(words, 1)), tokens
