# fails: test_points
# diagnosis: POINTS.left_out
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles.head(20), hue="target", diag_kind=None)
