# fails: test_points
# diagnosis: POINTS.earlier
# wrong: a second table of the same size gets the grid of the first
import pandas as pd
import seaborn as sns


_grids = {}


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    if circles.shape not in _grids:
        _grids[circles.shape] = sns.pairplot(circles, vars=["x1", "x2"], hue="target", diag_kind="hist")
    return _grids[circles.shape]
