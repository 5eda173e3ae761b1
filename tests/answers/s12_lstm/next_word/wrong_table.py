# fails: test_once
# diagnosis: TRAINED.table
from collections import Counter, defaultdict


def train_next_word(text, seq_len, epochs, seed):
    words = text.lower().split()
    table = defaultdict(Counter)
    for i in range(len(words) - seq_len + 1):
        table[tuple(words[i:i + seq_len - 1])][words[i + seq_len - 1]] += 1

    def predictor(asked):
        asked = [word.lower() for word in asked]
        for word in asked:
            if word not in words:
                raise ValueError(f"{word} is not in the text")
        following = table.get(tuple(asked)) or Counter(words)
        return following.most_common(1)[0][0]

    return predictor
