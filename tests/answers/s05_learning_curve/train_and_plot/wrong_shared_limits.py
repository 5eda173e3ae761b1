# fails: test_lines
# diagnosis: expect.AXIS.limits
# wrong: both Axes share a y axis from 0 to 1, which cuts off greater losses
import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def plot_training(history: dict[str, list[float]]) -> Figure:
    """Return a figure with the losses in one Axes and the accuracies in the other."""
    fig, axes = plt.subplots(1, 2, figsize=(10, 4), sharey=True)
    for ax, key in zip(axes, ("loss", "accuracy")):
        epochs = range(1, len(history[key]) + 1)
        ax.plot(epochs, history[key], label="Training")
        ax.plot(epochs, history["val_" + key], label="Validation")
        ax.set_title(key.capitalize())
        ax.set_xlabel("Epoch")
        ax.legend()
    axes[0].set_ylim(0, 1)
    return fig
