# fails: test_legend
# diagnosis: LEGEND.none
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, hue="target")
    return grid.map_offdiag(sns.scatterplot)
