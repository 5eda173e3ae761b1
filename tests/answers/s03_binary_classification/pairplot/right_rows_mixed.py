# Right: the rows are drawn in another order.
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    return sns.pairplot(circles.sample(frac=1, random_state=1)[["target", "x1", "x2"]], hue="target", diag_kind=None)
