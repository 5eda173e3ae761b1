# fails: test_grid
# diagnosis: GRID.axes
import seaborn as sns


def plot_pairs(circles):
    return sns.scatterplot(circles, x="x1", y="x2", hue="target")
