# different: an RNN of LSTM cells, batches by hand
import keras
import numpy as np


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    vocabulary = ["", *sorted(set(words))]
    number = {word: n for n, word in enumerate(vocabulary)}
    coded = [number[word] for word in words]
    rng = np.random.default_rng(seed)
    rows = np.array([coded[i : i + seq_len] for i in range(len(coded) - seq_len + 1)])
    model = keras.Sequential(
        [
            keras.Input((seq_len - 1,)),
            keras.layers.Embedding(len(vocabulary), 16),
            keras.layers.RNN(keras.layers.LSTMCell(32)),
            keras.layers.Dense(len(vocabulary), activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    for _ in range(epochs):
        mixed = rng.permutation(rows)
        for start in range(0, len(mixed), 64):
            model.train_on_batch(mixed[start : start + 64, :-1], mixed[start : start + 64, -1])

    def predict(before):
        for word in before:
            if not word or word.lower() not in number:
                raise ValueError(f"unknown word {word}")
        row = np.array([[number[word.lower()] for word in before]])
        return vocabulary[int(np.argmax(model.predict_on_batch(row)[0]))]

    return predict
