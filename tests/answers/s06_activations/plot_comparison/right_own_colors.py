# different: pandas' plot.line with colours of its own, column by column into the same Axes
import matplotlib.pyplot as plt


def plot_comparison(curves):
    ax = plt.figure().add_subplot()
    for column, color in zip(curves.columns, plt.cm.viridis([0.1, 0.4, 0.6, 0.9])):
        curves[column].plot.line(ax=ax, color=color, linestyle="--", label=column, legend=True)
    ax.set(title="Loss on test rows", xlabel="Epoch", ylabel="Loss")
    return ax
