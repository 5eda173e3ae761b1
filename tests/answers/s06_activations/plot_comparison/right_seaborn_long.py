# different: the table made long, for seaborn's hue
import seaborn as sns
from matplotlib.figure import Figure


def plot_comparison(curves):
    table = curves.rename_axis("epoch").reset_index().melt("epoch", var_name="activation", value_name="loss")
    axes = Figure().subplots()
    sns.lineplot(table, x="epoch", y="loss", hue="activation", ax=axes, errorbar=None)
    axes.set_title("Losses")
    return axes
