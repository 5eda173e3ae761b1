# fails: test_legend
# diagnosis: LEGEND.one
# the legend names only one class
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, hue="target", vars=["x1", "x2"])
    grid.map_offdiag(sns.scatterplot)
    return grid.add_legend(label_order=["0"])
