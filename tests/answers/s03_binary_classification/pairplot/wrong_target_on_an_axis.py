# fails: test_variables
# diagnosis: TARGET.variable
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", vars=["x1", "x2", "target"], diag_kind=None)
