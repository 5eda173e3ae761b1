# fails: test_lines
# diagnosis: expect.PICTURE.one_for_all
# wrong: always draws into figure 1: a second call adds its lines to the first one's
import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def plot_training(history: dict[str, list[float]]) -> Figure:
    """Return a figure with the losses in one Axes and the accuracies in the other."""
    fig = plt.figure("training", figsize=(10, 4))
    axes = fig.axes or fig.subplots(1, 2)
    for ax, key in zip(axes, ("loss", "accuracy")):
        epochs = range(1, len(history[key]) + 1)
        ax.plot(epochs, history[key], label="Training")
        ax.plot(epochs, history["val_" + key], label="Validation")
        ax.set_title(key.capitalize())
        ax.set_xlabel("Epoch")
        ax.legend()
    return fig
