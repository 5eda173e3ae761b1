# fails: test_sentence, test_text
# diagnosis: WINDOWS.lines, LEARNED.lines
# The windows are cut line by line, so that those over the end of a line are missing.
from collections import Counter
from collections.abc import Callable

import keras
import numpy as np


def train_next_word(text: str, seq_len: int, epochs: int, seed: int) -> Callable[[list[str]], str]:
    """Return a predictor of the next word, trained on the windows of `text`."""
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    vocabulary = [word for word, _ in Counter(words).most_common()]
    numbers = {word: number for number, word in enumerate(vocabulary, start=1)}
    lines = []
    for line in text.lower().splitlines():
        row = line.split()
        lines += [row[i : i + seq_len] for i in range(len(row) - seq_len + 1)]
    windows = np.array([[numbers[word] for word in line] for line in lines])
    model = keras.Sequential(
        [
            keras.Input((seq_len - 1,)),
            keras.layers.Embedding(len(vocabulary) + 1, 32),
            keras.layers.LSTM(32),
            keras.layers.Dense(len(vocabulary) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(windows[:, :-1], windows[:, -1], epochs=epochs, batch_size=64, verbose=0)

    def predict(context: list[str]) -> str:
        context = [word.lower() for word in context]
        for word in context:
            if word not in numbers:
                raise ValueError(f"the text does not have {word!r}")
        row = np.array([[numbers[word] for word in context]])
        chances = model.predict(row, verbose=0)[0]
        return vocabulary[int(np.argmax(chances[1:]))]

    return predict
