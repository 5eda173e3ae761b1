# different: a PairGrid mapped by hand, without a diagonal
import seaborn as sns


def plot_pairs(circles):
    g = sns.PairGrid(circles, hue="target", vars=["x1", "x2"])
    g.map_offdiag(sns.scatterplot, alpha=0.6, s=12)
    g.add_legend(title="ring")
    return g
