"""Draws what PCA, a linear autoencoder and one with relu make of the same unseen hill."""

import keras
import numpy as np
from keras.layers import Dense
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

PLACES = np.arange(24)


def draw() -> Figure:
    """Return three panels: the hill in grey, and in black what comes back through three numbers."""
    keras.utils.set_random_seed(10)
    rng = np.random.default_rng(10)
    rows = hills(rng.uniform(4, 19, size=(256, 1)))
    unseen = hills(np.array([[12.0]]))
    answers = {
        "PCA, 3 directions": through_pca(rows, unseen),
        "linear autoencoder, code of 3": through(rows, unseen, Dense(3), Dense(24)),
        "autoencoder with relu, code of 3": through(
            rows, unseen, Dense(32, activation="relu"), Dense(3), Dense(32, activation="relu"), Dense(24)
        ),
    }
    figure, panels = plt.subplots(ncols=3, figsize=(9, 3), sharey=True, layout="constrained", facecolor="white")
    for ax, (name, answer) in zip(panels, answers.items(), strict=True):
        ax.plot(PLACES, unseen[0], color="0.7", linewidth=5, label="the row")
        ax.plot(PLACES, answer[0], color="black", marker=".", label="what comes back")
        ax.set(title=name, xlabel="place in the row")
    panels[0].set_ylabel("number")
    figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)
    return figure


def hills(tops: np.ndarray) -> np.ndarray:
    """Return a row of 24 numbers for each top, (n, 24)."""
    return np.exp(-(((PLACES - tops) / 2) ** 2)).astype("float32")


def through_pca(rows: np.ndarray, unseen: np.ndarray) -> np.ndarray:
    """Return what three directions, fitted to `rows`, keep of `unseen`."""
    mean = rows.mean(axis=0)
    best = np.linalg.svd(rows - mean, full_matrices=False)[2][:3]
    return (unseen - mean) @ best.T @ best + mean


def through(rows: np.ndarray, unseen: np.ndarray, *layers: keras.Layer) -> np.ndarray:
    """Return what an autoencoder of these layers, trained on `rows`, gives back for `unseen`."""
    model = keras.Sequential([keras.Input(shape=(24,)), *layers])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(rows, rows, epochs=60, batch_size=64, verbose=0)
    return model.predict(unseen, verbose=0)
