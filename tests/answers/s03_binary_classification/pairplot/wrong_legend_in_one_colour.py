# fails: test_legend
# diagnosis: LEGEND_COLOURS.same
# a legend by hand, with the same colour twice
import seaborn as sns


def plot_pairs(circles):
    grid = sns.pairplot(circles, hue="target", diag_kind=None)
    grid.legend.remove()
    ax = grid.axes[0, 1]
    ax.legend([ax.scatter([], [], color="C0") for _ in range(2)], ["outer", "inner"])
    return grid
