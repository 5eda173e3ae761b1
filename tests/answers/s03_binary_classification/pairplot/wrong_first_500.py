# fails: test_points
# diagnosis: POINTS.left_out
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    return sns.pairplot(circles.head(500), hue="target", vars=["x1", "x2"])
