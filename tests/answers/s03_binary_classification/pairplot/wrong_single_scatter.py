# fails: test_grid
# says: one plot
import seaborn as sns


def plot_pairs(circles):
    return sns.scatterplot(circles, x="x1", y="x2", hue="target")
