"""Draw eight images of the chapter on when to use a network: a short bar that lies or stands, in noise."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

SEED = 1


def draw() -> Figure:
    """Return two rows of four images: bars that lie above, bars that stand below."""
    rng = np.random.default_rng(SEED)
    figure, grid = plt.subplots(2, 4, figsize=(6, 3.4), facecolor="white", layout="constrained")
    for stands, row in enumerate(grid):
        for axes in row:
            axes.imshow(_bar(bool(stands), rng), cmap="gray", vmin=-1, vmax=2)
            axes.set_xticks([])
            axes.set_yticks([])
        row[0].set_ylabel("stands (1)" if stands else "lies (0)")
    return figure


def _bar(stands: bool, rng: np.random.Generator) -> np.ndarray:
    image = rng.normal(0, 0.3, (12, 12))
    long, short = rng.integers(0, 9), rng.integers(0, 12)
    if stands:
        image[long : long + 4, short] += 1
    else:
        image[short, long : long + 4] += 1
    return image
