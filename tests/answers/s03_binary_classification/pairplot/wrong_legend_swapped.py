# fails: test_legend
# diagnosis: LEGEND_COLOURS.swapped
import seaborn as sns


def plot_pairs(circles):
    grid = sns.pairplot(circles, hue="target", diag_kind=None)
    for text, name in zip(grid.legend.get_texts(), ["inner ring", "outer ring"]):
        text.set_text(name)
    return grid
