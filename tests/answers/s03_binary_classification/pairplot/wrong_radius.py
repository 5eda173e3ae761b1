# fails: test_colours
# diagnosis: COLOURS.place
# wrong: the colour is computed from the distance to the middle, not taken from target
import numpy as np
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    table = circles[["x1", "x2"]].copy()
    table["target"] = (np.hypot(circles["x1"], circles["x2"]) < 0.75).astype(int)
    return sns.pairplot(table, vars=["x1", "x2"], hue="target", diag_kind="hist")
