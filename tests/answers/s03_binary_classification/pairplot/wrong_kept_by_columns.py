# fails: test_points
# diagnosis: POINTS.earlier
# a second table with the same columns gets the grid of the first
import seaborn as sns

kept = {}


def plot_pairs(circles):
    key = tuple(circles.columns)
    if key not in kept:
        kept[key] = sns.pairplot(circles, vars=["x1", "x2"], hue="target")
    return kept[key]
