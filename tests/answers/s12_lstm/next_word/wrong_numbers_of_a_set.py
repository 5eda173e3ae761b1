# fails: test_seed
# diagnosis: SEEDING.order
# numbers the words in the order of a set, which is another in each run
from collections.abc import Callable

import keras
import numpy as np


def train_next_word(text: str, seq_len: int, epochs: int, seed: int) -> Callable[[list[str]], str]:
    """Return a predictor of the next word, trained on the windows of `text`."""
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    vocabulary = list(set(words))
    numbers = {word: number for number, word in enumerate(vocabulary, start=1)}
    coded = [numbers[word] for word in words]
    windows = np.array([coded[i : i + seq_len] for i in range(len(coded) - seq_len + 1)])

    model = keras.Sequential(
        [
            keras.Input(shape=(seq_len - 1,)),
            keras.layers.Embedding(len(vocabulary) + 1, 16),
            keras.layers.LSTM(32),
            keras.layers.Dense(len(vocabulary) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.05), loss="sparse_categorical_crossentropy")
    model.fit(windows[:, :-1], windows[:, -1], epochs=epochs, batch_size=64, verbose=0)

    def predict_next(context: list[str]) -> str:
        row = []
        for word in context:
            if word.lower() not in numbers:
                raise ValueError(f"the text does not have the word {word}")
            row.append(numbers[word.lower()])
        likely = model.predict(np.array([row]), verbose=0)[0]
        return vocabulary[int(np.argmax(likely[1:]))]

    return predict_next
