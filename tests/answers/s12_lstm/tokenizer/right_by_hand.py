# different: counting in a plain dict, sorted, ties the other way round, words numbered from the back of a list
import numpy as np


def fit_tokenizer(lines):
    count = {}
    for line in lines:
        for word in line.split():
            count[word.lower()] = count.get(word.lower(), 0) + 1
    words = sorted(count, key=lambda w: (count[w], w), reverse=True)
    result = np.zeros((len(lines), len(lines[0].split())), dtype=np.uint16)
    for i, line in enumerate(lines):
        for j, word in enumerate(line.split()):
            result[i, j] = words.index(word.lower()) + 1
    return {words.index(word) + 1: word for word in words}, result
