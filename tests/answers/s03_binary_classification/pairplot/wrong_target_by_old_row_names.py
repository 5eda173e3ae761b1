# fails: test_points
# diagnosis: POINTS.row_names
import seaborn as sns


def plot_pairs(circles):
    table = circles.drop(columns="target").reset_index(drop=True)
    return sns.pairplot(table.assign(ring=circles["target"]), vars=["x1", "x2"], hue="ring")
