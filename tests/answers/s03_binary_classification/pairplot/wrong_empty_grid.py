# fails: test_points
# says: map_offdiag
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, hue="target")
    return grid
