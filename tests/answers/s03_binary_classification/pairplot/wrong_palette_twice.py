# fails: test_colours
# diagnosis: COLOURS.palette
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", palette={0: "blue", 1: "blue"}, diag_kind=None)
