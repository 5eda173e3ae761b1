# fails: test_points
# diagnosis: POINTS.left_out
"""Draws two hundred rows at most."""

import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    some = circles.sample(min(200, len(circles)), random_state=0)
    return sns.pairplot(some, vars=["x1", "x2"], hue="target")
