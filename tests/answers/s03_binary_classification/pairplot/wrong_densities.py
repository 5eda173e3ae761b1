# fails: test_points
# says: areas or lines
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", kind="hist", diag_kind=None)
