# different: the classes have words, and markers of their own; no special diagonal
import seaborn as sns


def plot_pairs(circles):
    table = circles.assign(target=circles["target"].map({0: "outer", 1: "inner"}))
    return sns.pairplot(table, hue="target", diag_kind=None, markers=["o", "s"])
