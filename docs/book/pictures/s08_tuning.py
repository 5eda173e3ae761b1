"""Draws the picture of the chapter on tuning: nine trials of a grid beside nine random ones."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from scipy.stats import loguniform
from sklearn.model_selection import ParameterGrid, ParameterSampler


def draw() -> Figure:
    """Return two squares with the trials of a grid and of a random search, as in the chapter."""
    grid = ParameterGrid({"rate": [0.001, 0.01, 0.1], "units": [8, 16, 32]})
    draws = ParameterSampler({"rate": loguniform(0.0005, 0.2), "units": range(8, 33)}, n_iter=9, random_state=1)
    figure, squares = plt.subplots(1, 2, figsize=(7, 3.2), sharey=True, layout="constrained", facecolor="white")
    for square, title, trials in zip(squares, ("grid", "random"), (grid, draws), strict=True):
        rates = [trial["rate"] for trial in trials]
        square.scatter(rates, [trial["units"] for trial in trials], color="black", zorder=3)
        square.vlines(rates, 3, 5, color="black")
        square.set(xscale="log", xlim=(0.0004, 0.25), ylim=(3, 35), xlabel="learning rate")
        square.set_title(f"{title}: {len(trials)} trials, {len(set(rates))} rates")
        square.grid(alpha=0.3)
    squares[0].set_ylabel("units")
    return figure
