# Right: target becomes words in a copy, and another palette.
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    return sns.pairplot(circles.assign(target=circles.target.map({0: "outer", 1: "inner"})), hue="target", vars=("x2", "x1"), palette="husl", height=1.5)
