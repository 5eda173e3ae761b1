# fails: test_points
# diagnosis: POINTS.limits
import seaborn as sns


def plot_pairs(circles):
    grid = sns.pairplot(circles, hue="target", diag_kind=None)
    return grid.set(xlim=(-1, 1), ylim=(-1, 1))
