# different: one-hot in and out, no embedding, categorical cross-entropy, functools.partial, list.index raises
from functools import partial

import keras
import numpy as np


def answer(model, vocabulary, words):
    numbers = [vocabulary.index(word.lower()) for word in words]
    row = np.eye(len(vocabulary), dtype="float32")[numbers][None]
    scores = keras.ops.convert_to_numpy(model(row, training=False))
    return vocabulary[np.argmax(scores)]


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = str.lower(text).split()
    vocabulary = list(dict.fromkeys(words))
    one_hot = np.eye(len(vocabulary), dtype="float32")[[vocabulary.index(word) for word in words]]
    windows = np.stack([one_hot[i:i + seq_len] for i in range(len(words) - seq_len + 1)])
    model = keras.Sequential(
        [
            keras.Input((seq_len - 1, len(vocabulary))),
            keras.layers.LSTM(64),
            keras.layers.Dense(len(vocabulary)),
        ]
    )
    model.compile(keras.optimizers.Adam(0.03), keras.losses.CategoricalCrossentropy(from_logits=True))
    model.fit(windows[:, :-1], windows[:, -1], epochs=epochs, batch_size=32, verbose=0)
    return partial(answer, model, vocabulary)
