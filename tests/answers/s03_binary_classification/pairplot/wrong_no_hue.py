# fails: test_variables, test_colours
# diagnosis: TARGET.no_hue, COLOURS.one
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles)
