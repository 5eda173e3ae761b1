# different: one label below both Axes, and names beside the y axes in place of titles
import matplotlib.pyplot as plt


def plot_training(history):
    fig, (left, right) = plt.subplots(1, 2, sharex=True)
    fig.supxlabel("epoch")
    fig.suptitle("Training")
    for ax, what in ((left, "loss"), (right, "accuracy")):
        ax.plot(history[what], "k-", label=what)
        ax.plot(history["val_" + what], "k:", label="val_" + what)
        ax.set_ylabel(what)
        ax.legend()
    return fig
