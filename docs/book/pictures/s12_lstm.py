"""Draws how well an LSTM and a mean of words learn which of two words comes first."""

import keras
import numpy as np
from keras.layers import LSTM, Dense, Embedding, GlobalAveragePooling1D
from matplotlib import pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    """Return the accuracy of both on unseen rows, over the epochs."""
    keras.utils.set_random_seed(12)
    rng = np.random.default_rng(12)
    train, test = rows(rng, 512), rows(rng, 200)
    figure, ax = plt.subplots(figsize=(6, 3), layout="constrained", facecolor="white")
    for name, middle, style in (("LSTM", LSTM(8), "-"), ("mean of words", GlobalAveragePooling1D(), "--")):
        model = keras.Sequential([keras.Input(shape=(6,)), Embedding(9, 4), middle])
        model.add(Dense(8, activation="relu"))
        model.add(Dense(1, activation="sigmoid"))
        model.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy", metrics=["binary_accuracy"])
        history = model.fit(*train, validation_data=test, epochs=10, batch_size=64, verbose=0).history
        ax.plot(range(1, 11), history["val_binary_accuracy"], style, color="black", marker=".", label=name)
    ax.set(xlabel="epoch", ylabel="accuracy on unseen rows", ylim=(0, 1.05))
    ax.legend(loc="lower right")
    return figure


def rows(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return rows of six words, and for each 1 where word 1 comes before word 2, else 0."""
    words = rng.integers(3, 9, size=(n, 6))
    places = np.array([rng.permutation(6)[:2] for _ in range(n)])
    words[np.arange(n), places[:, 0]] = 1
    words[np.arange(n), places[:, 1]] = 2
    return words, (places[:, 0] < places[:, 1]).astype("int32")
