# fails: test_colours
# says: same colour twice
import seaborn as sns


def plot_pairs(circles):
    return sns.pairplot(circles, hue="target", palette={0: "blue", 1: "blue"}, diag_kind=None)
