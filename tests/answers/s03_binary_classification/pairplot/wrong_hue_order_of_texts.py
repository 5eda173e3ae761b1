# fails: test_colours
# diagnosis: COLOURS.unlisted
# the targets are numbers, and hue_order has texts
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, vars=["x1", "x2"], hue="target", hue_order=["0", "1"], diag_kind=None)
