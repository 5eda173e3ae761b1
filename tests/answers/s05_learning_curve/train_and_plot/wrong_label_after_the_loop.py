# fails: test_words
# diagnosis: expect.AXIS.other_axes
# says: each call of ax.set_xlabel() serves one Axes
# ax is the last Axes of the loop
import matplotlib.pyplot as plt


def plot_training(history):
    figure, both = plt.subplots(ncols=2)
    for ax, name in zip(both, ("loss", "accuracy")):
        ax.plot(history[name], label=f"training {name}")
        ax.plot(history[f"val_{name}"], label=f"validation {name}")
        ax.set_title(name)
        ax.legend()
    ax.set_xlabel("epoch")
    return figure
