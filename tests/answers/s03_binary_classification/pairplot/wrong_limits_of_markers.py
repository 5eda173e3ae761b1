# fails: test_points
# diagnosis: POINTS.limits
import matplotlib.pyplot as plt
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, vars=["x1", "x2"], hue="target")
    grid.map_offdiag(plt.plot, marker="o", linestyle="")
    for ax in grid.axes.flat:
        ax.set_xlim(-1.5, 1.5)
    return grid.add_legend()
