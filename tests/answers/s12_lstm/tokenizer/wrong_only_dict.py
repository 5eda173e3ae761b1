# fails: test_pair
# diagnosis: PAIR.dict
# the array is missing
from collections import Counter


def fit_tokenizer(lines):
    counts = Counter(word for line in lines for word in line.lower().split())
    return {number: word for number, (word, _) in enumerate(counts.most_common(), 1)}
