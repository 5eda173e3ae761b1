# different: only the lower half, histograms on the diagonal, other colours
import seaborn


def plot_pairs(data):
    grid = seaborn.pairplot(data, hue="target", corner=True, diag_kind="hist", palette=["red", "blue"])
    grid.figure.suptitle("Two rings")
    return grid
