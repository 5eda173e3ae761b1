# fails: test_variables, test_colours
# says: hue='target'
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles)
