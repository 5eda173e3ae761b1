"""Train a network on a text, and let it say the next word.

Cut `text` into windows of `seq_len` words and number the words, as in the exercises before: words stand between white
space, to which the ends of lines belong, keep their punctuation, and are in lower case, as lower() makes it. All
windows have one length, so that nothing is padded and no mask is needed. Of each window the first `seq_len` - 1 words
go in, and the last one is what the network learns to predict. Train it on all windows, with an LSTM in it that learns,
for `epochs` epochs; all that is drawn by chance comes from `seed`, so that the same one gives the same predictor in
every run. With a short text and 30 epochs, the usual settings learn too little; 32 units, batches of 64 and Adam with a
learning rate of 0.05 are enough. Return a predictor: something that can be called, as often as you like, with a list of
exactly `seq_len` - 1 words, capitals or not, and returns the most likely next word, a text. It learns nothing more when
it is asked. A word that the text does not have raises a ValueError that names it.

Read: kata book next_word
"""

from collections.abc import Callable

import keras
import numpy as np


def train_next_word(text: str, seq_len: int, epochs: int, seed: int) -> Callable[[list[str]], str]:
    """Return a predictor of the next word, trained on the windows of `text`."""
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    index_to_word = dict(enumerate(sorted(set(words)), start=1))
    word_to_index = {word: index for index, word in index_to_word.items()}
    numbers = np.array([word_to_index[word] for word in words])
    windows = np.lib.stride_tricks.sliding_window_view(numbers, seq_len)
    model = build_model(len(index_to_word) + 1, seq_len - 1)
    model.fit(windows[:, :-1], windows[:, -1], epochs=epochs, batch_size=64, verbose=0)

    def predictor(words: list[str]) -> str:
        words = [word.lower() for word in words]
        unknown = [word for word in words if word not in word_to_index]
        if unknown:
            raise ValueError(f"never seen in the text: {', '.join(unknown)}")
        row = np.array([[word_to_index[word] for word in words]])
        # Padding, number 0, is never a next word.
        return index_to_word[1 + int(np.argmax(model.predict_on_batch(row)[0, 1:]))]

    return predictor


def build_model(n_numbers: int, input_length: int) -> keras.Model:
    """Return a compiled network that reads rows of `input_length` numbers, all below `n_numbers`."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(keras.layers.Embedding(n_numbers, 16))
    model.add(keras.layers.LSTM(32))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(n_numbers, activation="softmax"))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    return model
