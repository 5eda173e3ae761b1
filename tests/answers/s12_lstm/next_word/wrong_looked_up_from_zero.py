# fails: test_sentence, test_text
# diagnosis: LEARNED.neighbour
import keras
import numpy as np
from keras import layers


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    known = sorted(set(words))
    number = {word: n for n, word in enumerate(known, start=1)}
    codes = [number[word] for word in words]
    windows = np.array([codes[start : start + seq_len] for start in range(len(codes) - seq_len + 1)])
    model = keras.Sequential([keras.Input((seq_len - 1,), dtype="int32")])
    model.add(layers.Embedding(len(known) + 1, 32))
    model.add(layers.LSTM(32))
    model.add(layers.Dense(len(known) + 1, activation="softmax"))
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit(windows[:, :-1], windows[:, -1], batch_size=64, epochs=epochs, verbose=0)

    def predict(previous):
        for word in previous:
            if word.lower() not in number:
                raise ValueError(f"{word} is not in the text")
        row = np.array([[number[word.lower()] for word in previous]])
        return known[int(np.argmax(model.predict_on_batch(row)[0])) % len(known)]

    return predict
