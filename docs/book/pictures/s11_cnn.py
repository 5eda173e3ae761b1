"""Draws a picture with a bar, a kernel that a network has learned, and the map that the kernel makes of the picture."""

import keras
import numpy as np
from keras.layers import Conv2D, Dense, GlobalMaxPooling2D
from matplotlib import pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    """Return three panels: an upright bar on the right, the kernel that speaks for upright bars, and its map."""
    rng = np.random.default_rng(11)
    pictures, upright = bars(rng, 256, 0)
    unseen, is_upright = bars(rng, 200, 6)
    keras.utils.set_random_seed(11)
    convolution, vote = Conv2D(4, 3, activation="relu"), Dense(2, activation="softmax")
    cnn = keras.Sequential([keras.Input(shape=(12, 12, 1)), convolution, GlobalMaxPooling2D(), vote])
    cnn.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
    cnn.fit(pictures, upright, epochs=20, verbose=0)
    across, up = vote.get_weights()[0].T
    chosen = int(np.argmax(up - across))
    picture = unseen[is_upright == 1][0]
    maps = keras.ops.convert_to_numpy(convolution(picture[np.newaxis]))[0]

    figure, panels = plt.subplots(ncols=3, figsize=(8, 2.8), layout="constrained", facecolor="white")
    shown = {
        "a picture": picture[..., 0],
        "a learned kernel": convolution.get_weights()[0][:, :, 0, chosen],
        "its map of the picture": maps[..., chosen],
    }
    for ax, (title, pixels) in zip(panels, shown.items(), strict=True):
        ax.imshow(pixels, cmap="gray")
        ax.set(title=title, xticks=[], yticks=[])
    return figure


def bars(rng: np.random.Generator, n: int, first_column: int) -> tuple[np.ndarray, np.ndarray]:
    """Return noisy pictures with a bar, and for each 1 where the bar is upright, else 0."""
    pictures = rng.uniform(0, 0.3, size=(n, 12, 12, 1)).astype("float32")
    upright = rng.integers(0, 2, size=n)
    for picture, is_upright in zip(pictures, upright, strict=True):
        row, column = rng.integers(0, 9), first_column + rng.integers(0, 3)
        if is_upright:
            picture[row : row + 4, column + 1] = 1
        else:
            picture[row + 1, column : column + 4] = 1
    return pictures, upright
