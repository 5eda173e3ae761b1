# fails: test_points
# diagnosis: POINTS.areas
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", kind="hist", diag_kind=None)
