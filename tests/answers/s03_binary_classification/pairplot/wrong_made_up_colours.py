# fails: test_colours
# diagnosis: COLOURS.mixed
import numpy as np
import seaborn as sns


def plot_pairs(circles):
    table = circles.assign(target=np.arange(len(circles)) % 2)
    return sns.pairplot(table, hue="target", diag_kind=None)
