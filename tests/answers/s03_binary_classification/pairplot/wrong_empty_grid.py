# fails: test_points
# diagnosis: POINTS.empty
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, hue="target")
    return grid
