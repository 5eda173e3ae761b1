# fails: test_points
# diagnosis: POINTS.empty
# points only where a column is drawn against itself
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, vars=["x1", "x2"], hue="target")
    grid.map_diag(sns.scatterplot)
    return grid.add_legend()
