"""The picture of the chapter on learning curves: accuracy against the number of training rows."""

import keras
import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

SIZES = [20, 40, 80, 160, 320, 600, 900]


def draw() -> Figure:
    """Train one network per size, each from seed 0, and draw both accuracies."""
    pixels, digits = load_digits(return_X_y=True)
    pixels = (pixels / 16).astype("float32")
    x, x_test, y, y_test = train_test_split(pixels, digits, test_size=800, random_state=0)
    on_train, on_test = [], []
    for size in SIZES:
        keras.utils.set_random_seed(0)
        model = keras.Sequential(
            [
                keras.Input((64,)),
                keras.layers.Dense(32, activation="relu"),
                keras.layers.Dense(10, activation="softmax"),
            ]
        )
        model.compile(
            optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )
        model.fit(x[:size], y[:size], epochs=20, verbose=0)
        on_train.append(model.evaluate(x[:size], y[:size], verbose=0, return_dict=True)["accuracy"])
        on_test.append(model.evaluate(x_test, y_test, verbose=0, return_dict=True)["accuracy"])
    figure, ax = plt.subplots(figsize=(6, 3.6), layout="constrained", facecolor="white")
    ax.plot(SIZES, on_train, color="black", linestyle="--", marker="o", label="rows trained on")
    ax.plot(SIZES, on_test, color="#1f5fa8", marker="s", label="test rows")
    ax.set(xlabel="Training rows", ylabel="Accuracy", ylim=(0, 1.05))
    ax.grid(color="0.9")
    ax.legend(loc="lower right")
    return figure
