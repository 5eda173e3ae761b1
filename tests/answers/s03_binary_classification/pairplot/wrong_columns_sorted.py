# fails: test_points
# diagnosis: POINTS.apart
import seaborn as sns


def plot_pairs(circles):
    table = circles.assign(x1=sorted(circles["x1"]))
    return sns.pairplot(table, hue="target", diag_kind=None)
