# fails: test_variables, test_points
# diagnosis: TARGET.otherwise, POINTS.areas
# areas, and target has an axis
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, kind="hist")
