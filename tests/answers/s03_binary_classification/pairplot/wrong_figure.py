# fails: test_grid
# diagnosis: GRID.figure
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", diag_kind=None).figure
