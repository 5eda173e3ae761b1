# fails: test_variables
# says: x1 and x2
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", vars=["x1"])
