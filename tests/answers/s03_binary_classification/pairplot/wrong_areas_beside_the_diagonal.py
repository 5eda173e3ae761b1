# fails: test_points
# diagnosis: POINTS.areas
# points only where a column is drawn against itself, and areas beside them
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, vars=["x1", "x2"], hue="target")
    grid.map_diag(sns.scatterplot).map_offdiag(sns.kdeplot)
    return grid.add_legend()
