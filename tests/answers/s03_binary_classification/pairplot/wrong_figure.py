# fails: test_grid
# says: figure, the grid itself
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", diag_kind=None).figure
