# fails: test_grid
# says: the plots inside
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", diag_kind=None).axes
