# different: x1 against x2 once, and the legend inside the plot
import seaborn as sns


def plot_pairs(circles):
    grid = sns.pairplot(circles, x_vars=["x2"], y_vars=["x1"], hue="target", diag_kind=None)
    grid.legend.remove()
    colours = sns.color_palette(n_colors=2)
    ax = grid.axes[0, 0]
    ax.legend([ax.scatter([], [], color=colour) for colour in colours], ["0", "1"], title="target")
    return grid
