"""Give each word a number, for a network reads nothing else.

`lines` are texts with equally many words each, separated by white space; punctuation belongs to its word. Capitals do
not count: "The" and "the" are one word, and so are "Été" and "été"; it is counted and kept in lower case. Number the
words from 1, the commonest in all lines first (among equally common ones in any order); 0 is no word and stays free for
padding. Return two things: a dict from number to word, and an array of integers with a row per line and a column per
word. `lines` stay as they are, and each call starts from nothing. The Tokenizer of the notes is gone from Keras 3. A
dict will do, or keras.layers.TextVectorization; that one numbers words from 2, keeps 1 for unknown ones, and takes
punctuation away unless standardize="lower", which leaves all capitals but A to Z as they are: call lower() first.

Read: kata book tokenizer
"""

from collections import Counter

import numpy as np


def fit_tokenizer(lines: list[str]) -> tuple[dict[int, str], np.ndarray]:
    """Return the word of each number, and the lines as numbers: one row per line."""
    rows = [line.lower().split() for line in lines]
    counts = Counter(word for row in rows for word in row)
    index_to_word = {index: word for index, (word, _) in enumerate(counts.most_common(), start=1)}
    word_to_index = {word: index for index, word in index_to_word.items()}
    return index_to_word, np.array([[word_to_index[word] for word in row] for row in rows])
