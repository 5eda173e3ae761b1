"""Draw the boundary of two networks on four clouds: one without, one with an activation in its hidden layer."""

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras.layers import Dense
from matplotlib.figure import Figure

SEED = 1


def draw() -> Figure:
    """Return two panels: the same points, and where each network says red."""
    rng = np.random.default_rng(SEED)
    signs = rng.choice([-1, 1], (400, 2))
    points = signs + rng.normal(0, 0.25, (400, 2))
    red = (signs[:, 0] != signs[:, 1]).astype("float32").reshape(-1, 1)
    figure, panels = plt.subplots(1, 2, figsize=(7, 3.4), facecolor="white", layout="constrained")
    for axes, activation in zip(panels, (None, "tanh"), strict=True):
        _regions(axes, _train(points, red, activation))
        for value, marker, colour in ((0, "o", "#1f4e9c"), (1, "s", "#d1495b")):
            some = points[(red == value).ravel()][:60]
            axes.scatter(*some.T, marker=marker, s=16, color=colour, edgecolors="white", linewidths=0.4)
        axes.set_title(f"hidden layer: {activation or 'no activation'}")
        axes.set_xlabel("x")
        axes.set_ylabel("y")
    return figure


def _train(points: np.ndarray, red: np.ndarray, activation: str | None) -> keras.Model:
    keras.utils.set_random_seed(SEED)
    inputs = keras.Input(shape=(2,))
    outputs = Dense(1, activation="sigmoid")(Dense(24, activation=activation)(inputs))
    model = keras.Model(inputs, outputs)
    model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.03))
    model.fit(points[:300], red[:300], epochs=12, verbose=0)
    return model


def _regions(axes, model: keras.Model) -> None:
    steps = np.linspace(-2, 2, 60)
    x, y = np.meshgrid(steps, steps)
    red = model.predict(np.column_stack([x.ravel(), y.ravel()]), verbose=0).reshape(x.shape)
    axes.contourf(x, y, red, levels=[-0.01, 0.5, 1.01], colors=["#ffffff", "#d0d0d0"])
    axes.contour(x, y, red, levels=[0.5], colors="black")
