# fails: test_legends
# diagnosis: expect.LEGEND.other_axes
# says: call ax.legend() for each Axes
# ax is the last Axes of the loop
import matplotlib.pyplot as plt


def plot_training(history):
    figure, both = plt.subplots(ncols=2)
    for ax, name in zip(both, ("loss", "accuracy")):
        ax.plot(history[name], label=f"training {name}")
        ax.plot(history[f"val_{name}"], label=f"validation {name}")
        ax.set_title(name)
        ax.set_xlabel("epoch")
    ax.legend()
    return figure
