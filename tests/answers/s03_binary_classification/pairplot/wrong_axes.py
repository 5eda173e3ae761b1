# fails: test_grid
# diagnosis: GRID.plots
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", diag_kind=None).axes
