# fails: test_colours
# diagnosis: COLOURS.many
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="x1", vars=["x1", "x2"], diag_kind=None)
