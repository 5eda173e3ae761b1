# fails: test_grid
# says: return
import seaborn as sns


def plot_pairs(circles):
    sns.pairplot(circles, hue="target", diag_kind=None)
