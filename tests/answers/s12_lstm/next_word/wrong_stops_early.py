# fails: test_sentence
# diagnosis: expect.FIT.early_stopping
import keras
import numpy as np


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    vocabulary = ["", *sorted(set(words))]
    number = {word: n for n, word in enumerate(vocabulary)}
    coded = [number[word] for word in words]
    rows = np.array([coded[i : i + seq_len] for i in range(len(coded) - seq_len + 1)])
    model = keras.Sequential(
        [
            keras.Input((seq_len - 1,)),
            keras.layers.Embedding(len(vocabulary), 16),
            keras.layers.LSTM(32),
            keras.layers.Dense(len(vocabulary), activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit(
        rows[:, :-1],
        rows[:, -1],
        batch_size=64,
        epochs=epochs,
        callbacks=[keras.callbacks.EarlyStopping("loss", patience=3, min_delta=0.05)],
        verbose=0,
    )

    def predict(before):
        for word in before:
            if not word or word.lower() not in number:
                raise ValueError(f"unknown word {word}")
        row = np.array([[number[word.lower()] for word in before]])
        return vocabulary[int(np.argmax(model.predict_on_batch(row)[0]))]

    return predict
