# fails: test_legend
# diagnosis: LEGEND_COLOURS.swapped
import seaborn as sns


def plot_pairs(circles):
    grid = sns.pairplot(circles, hue="target", diag_kind=None)
    for text, target in zip(grid.legend.texts, circles["target"].unique()):
        text.set_text(f"ring {target}")
    return grid
