# fails: test_variables
# diagnosis: VARIABLES.one
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", vars=["x1"])
