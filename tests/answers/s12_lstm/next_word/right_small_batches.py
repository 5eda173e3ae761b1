# different: many small steps at a low rate, two LSTM layers' worth of units in one, a lambda
import keras
import numpy as np


def look_up(words, numbers):
    for word in words:
        if word.lower() not in numbers:
            raise ValueError(f"no {word!r} in the text")
    return np.array([[numbers[word.lower()] for word in words]])


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    numbers = {word: i for i, word in enumerate(dict.fromkeys(words), start=1)}
    names = [None, *numbers]
    rows = np.array([[numbers[w] for w in words[i:i + seq_len]] for i in range(len(words) - seq_len + 1)])
    model = keras.Sequential([keras.layers.Embedding(len(names), 32), keras.layers.LSTM(64),
                              keras.layers.Dense(len(names), "softmax")])
    model.compile(optimizer=keras.optimizers.RMSprop(0.01), loss="sparse_categorical_crossentropy")
    model.fit(rows[:, :-1], rows[:, -1], batch_size=8, epochs=epochs, verbose=0)
    return lambda asked: names[int(np.argmax(np.asarray(model.predict_on_batch(look_up(asked, numbers)))))]
