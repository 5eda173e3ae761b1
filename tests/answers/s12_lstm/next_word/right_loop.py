# different: epochs one by one, the rows shuffled by hand; every word of a window is foretold, not only the last
import keras
import numpy as np
from keras.layers import LSTM, Dense, Embedding


class UnknownWord(ValueError):
    pass


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    vocabulary = sorted(set(words))
    table = {w: n + 1 for n, w in enumerate(vocabulary)}
    rows = np.array([[table[w] for w in words[i:i + seq_len]] for i in range(len(words) - seq_len + 1)])
    model = keras.Sequential()
    model.add(keras.Input((seq_len - 1,)))
    model.add(Embedding(len(vocabulary) + 1, 16))
    model.add(LSTM(40, return_sequences=True))
    model.add(Dense(len(vocabulary) + 1, activation="softmax"))
    model.compile(optimizer=keras.optimizers.Adam(0.04), loss="sparse_categorical_crossentropy")
    rng = np.random.default_rng(seed)
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(rows), max(1, len(rows) // 40)):
            model.train_on_batch(batch[:, :-1], batch[:, 1:])

    def next_word(asked):
        asked = [w.lower() for w in asked]
        if not set(asked) <= set(table):
            raise UnknownWord(", ".join(set(asked) - set(table)))
        after_each = keras.ops.convert_to_numpy(model(np.array([[table[w] for w in asked]]), training=False))
        return str(vocabulary[after_each[0, -1].argmax() - 1])

    return next_word
