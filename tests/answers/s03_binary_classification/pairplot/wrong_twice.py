# fails: test_points
# diagnosis: POINTS.more
# the table stands twice, one below the other
import pandas as pd
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(pd.concat([circles, circles]), hue="target", diag_kind=None)
