# fails: test_points
# diagnosis: POINTS.elsewhere
import pandas as pd
import seaborn as sns
from sklearn.datasets import make_circles


def plot_pairs(circles):
    points, target = make_circles(100, noise=0.05, factor=0.5, random_state=1)
    circles = pd.DataFrame({"x1": points[:, 0], "x2": points[:, 1], "target": target})
    return sns.pairplot(circles, hue="target", diag_kind=None)
