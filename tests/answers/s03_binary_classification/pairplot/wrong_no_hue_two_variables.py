# fails: test_colours
# diagnosis: COLOURS.one
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, vars=["x1", "x2"], diag_kind=None)
