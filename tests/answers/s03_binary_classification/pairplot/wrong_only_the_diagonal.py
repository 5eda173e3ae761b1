# fails: test_points
# diagnosis: POINTS.empty
# the plots off the diagonal stay empty
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, hue="target", vars=["x1", "x2"])
    grid.map_diag(sns.histplot)
    return grid.add_legend()
