# np.unique over an array of words; ties backwards through the alphabet
import numpy as np


def fit_tokenizer(lines):
    words = np.array([line.lower().split() for line in lines])
    names, inverse, counts = np.unique(words, return_inverse=True, return_counts=True)
    order = np.argsort(counts)[::-1]
    number = np.empty(len(names), int)
    number[order] = np.arange(1, len(names) + 1)
    return {int(number[k]): str(names[k]) for k in order}, number[inverse].reshape(words.shape)
