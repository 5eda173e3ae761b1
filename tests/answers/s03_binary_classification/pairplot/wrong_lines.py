# fails: test_points
# diagnosis: POINTS.areas
import matplotlib.pyplot as plt
import seaborn as sns


def plot_pairs(circles):
    grid = sns.PairGrid(circles, hue="target")
    grid.map_offdiag(plt.plot)
    return grid.add_legend()
