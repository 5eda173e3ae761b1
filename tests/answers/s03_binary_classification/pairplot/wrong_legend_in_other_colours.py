# fails: test_legend
# diagnosis: LEGEND_COLOURS.otherwise
# a legend by hand, in colours of its own
import seaborn as sns


def plot_pairs(circles):
    grid = sns.pairplot(circles, hue="target", diag_kind=None)
    grid.legend.remove()
    ax = grid.axes[0, 1]
    ax.legend([ax.scatter([], [], color=colour) for colour in ("red", "blue")], ["outer", "inner"])
    return grid
