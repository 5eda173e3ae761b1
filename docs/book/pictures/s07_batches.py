"""Draws the picture of the chapter on batches: the loss of a deep network without and with batch normalization."""

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def losses(batch_norm: bool) -> list[float]:
    """Return the training loss of each of 12 epochs of a network with four hidden layers."""
    rng = np.random.default_rng(1)
    points = rng.normal(size=(320, 8))
    same_sign = (points[:, 0] * points[:, 1] > 0).astype("float32")
    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.Input(shape=(8,))])
    for _ in range(4):
        model.add(keras.layers.Dense(16, activation="relu"))
        if batch_norm:
            model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss="binary_crossentropy")
    return model.fit(points, same_sign, epochs=12, verbose=0).history["loss"]


def draw() -> Figure:
    """Return the two curves of the training loss, with their names at their ends."""
    figure, axes = plt.subplots(figsize=(6, 3.2), layout="constrained", facecolor="white")
    epochs = range(1, 13)
    for name, batch_norm, line in (("plain", False, "--"), ("batch norm", True, "-")):
        curve = losses(batch_norm)
        axes.plot(epochs, curve, line, color="black", marker="o", markersize=3)
        axes.annotate(name, (12, curve[-1]), xytext=(6, 0), textcoords="offset points", va="center")
    axes.axhline(np.log(2), color="grey", linewidth=1, linestyle=":")
    axes.annotate("a guess", (12, np.log(2)), xytext=(6, 6), textcoords="offset points", color="dimgrey")
    axes.set(xlabel="epoch", ylabel="training loss", ylim=(0, 0.95), xlim=(0.5, 14.5), xticks=range(1, 13))
    return figure
