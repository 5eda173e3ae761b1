# fails: test_legend
# diagnosis: LEGEND_COLOURS.unlisted
# the rings are counted from 1
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, vars=["x1", "x2"], hue="target", hue_order=[1, 2], diag_kind="hist")
