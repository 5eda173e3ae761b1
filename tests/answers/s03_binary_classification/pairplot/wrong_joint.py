# fails: test_grid
# diagnosis: GRID.other_grid
# a JointGrid has a single plot of both
import seaborn as sns


def plot_pairs(circles):
    return sns.jointplot(circles, x="x1", y="x2", hue="target")
