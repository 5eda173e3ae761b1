# Right: only one name says which of the rings it is; both have the colour of their points.
import seaborn as sns


def plot_pairs(circles):
    rings = circles.assign(target=circles["target"].map({0: "far out", 1: "inner"}))
    return sns.pairplot(rings, vars=["x1", "x2"], hue="target", hue_order=["inner", "far out"])
