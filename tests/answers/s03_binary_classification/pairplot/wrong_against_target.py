# fails: test_variables, test_points
# diagnosis: TARGET.variable, POINTS.against_target
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    return sns.pairplot(circles, x_vars=["x1", "x2"], y_vars=["target"], hue="target")
