# different: points above the diagonal, density lines below
import seaborn as sns


def plot_pairs(frame):
    grid = sns.PairGrid(frame, hue="target", diag_sharey=False)
    grid.map_upper(sns.scatterplot)
    grid.map_lower(sns.kdeplot, levels=3)
    return grid.add_legend()
