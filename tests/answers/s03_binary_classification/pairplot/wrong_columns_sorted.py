# fails: test_points
# says: same row
import seaborn as sns


def plot_pairs(circles):
    table = circles.assign(x1=sorted(circles["x1"]))
    return sns.pairplot(table, hue="target", diag_kind=None)
