"""The picture of the chapter on activations: four functions, and how far each layer moves in one step."""

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import make_moons

LINES = {"sigmoid": ("#b03a2e", ":"), "tanh": ("#1f5fa8", "--"), "relu": ("black", "-"), "leaky_relu": ("0.5", "-.")}
HIDDEN = 8


def draw() -> Figure:
    """Draw the functions, and beside them the first step of a deep stack with each, from seed 0."""
    figure, (functions, steps) = plt.subplots(ncols=2, figsize=(8, 3.4), layout="constrained", facecolor="white")
    z = np.linspace(-4, 4, 81, dtype="float32")
    for name, (color, style) in LINES.items():
        values = keras.ops.convert_to_numpy(getattr(keras.activations, name)(keras.ops.convert_to_tensor(z)))
        functions.plot(z, values, color=color, linestyle=style, label=name)
    functions.set(title="The functions", xlabel="Input", ylabel="Output", ylim=(-1.5, 3))
    for name in ("sigmoid", "tanh", "relu"):
        color, style = LINES[name]
        steps.semilogy(range(1, HIDDEN + 2), moves(name), color=color, linestyle=style, marker="o", label=name)
    steps.set(title="One step of training", xlabel="Layer (9 is the output)", ylabel="Mean change of the weights")
    for ax in (functions, steps):
        ax.grid(color="0.9")
        ax.legend()
    return figure


def moves(activation: str) -> list[float]:
    """Return how far the weights of each layer move in one step with plain SGD and a learning rate of 1."""
    x, y = make_moons(300, noise=0.1, random_state=0)
    x = ((x - x.mean(axis=0)) / x.std(axis=0)).astype("float32")
    keras.utils.set_random_seed(0)
    start = "he_normal" if activation == "relu" else "glorot_uniform"
    model = keras.Sequential([keras.Input((2,))])
    for _ in range(HIDDEN):
        model.add(keras.layers.Dense(16, activation=activation, kernel_initializer=start))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.SGD(1.0), loss="binary_crossentropy")
    before = [layer.get_weights()[0] for layer in model.layers]
    model.fit(x, y, batch_size=300, epochs=1, verbose=0)
    after = [layer.get_weights()[0] for layer in model.layers]
    return [float(np.abs(b - a).mean()) for a, b in zip(after, before, strict=True)]
