# different: a subfigure for each quantity, with its title, its legend and the label below
import matplotlib.pyplot as plt
from matplotlib.lines import Line2D


def plot_training(history):
    fig = plt.figure(figsize=(10, 4))
    for half, name in zip(fig.subfigures(1, 2), ("loss", "accuracy")):
        half.suptitle(name.capitalize())
        half.supxlabel("Epoch")
        ax = half.subplots()
        for key, label, colour in ((name, "Training", "tab:blue"), (f"val_{name}", "Validation", "tab:orange")):
            values = history[key]
            ax.add_line(Line2D(range(1, len(values) + 1), values, label=label, color=colour, marker="x"))
        ax.relim()
        ax.autoscale_view()
        half.legend(handles=ax.lines)
    return fig
