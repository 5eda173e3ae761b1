# fails: test_colours
# says: all points in one colour, hue='target'
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, vars=["x1", "x2"], diag_kind=None)
