# fails: test_points
# says: rows are left out
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles.head(20), hue="target", diag_kind=None)
