# fails: test_points
# diagnosis: POINTS.again
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    grid = sns.pairplot(circles, vars=["x1", "x2"], hue="target")
    grid.map_offdiag(sns.scatterplot)
    return grid
