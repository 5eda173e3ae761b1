# fails: test_points
# diagnosis: AXES.swapped
# wrong: the columns are renamed in the wrong order: the axis x1 shows x2 and the other way round
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    table = circles[["x2", "x1", "target"]].set_axis(["x1", "x2", "target"], axis="columns")
    return sns.pairplot(table, vars=["x1", "x2"], hue="target", diag_kind="hist")
