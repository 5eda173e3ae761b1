"""Draw loss and accuracy side by side.

`history` is what a training keeps: under "loss", "accuracy", "val_loss" and "val_accuracy" one number per epoch; other
keys may be there, too. Draw two Axes side by side: one with both losses, one with both accuracies, each as lines over
the epochs, with every point in view. Each Axes says what it shows (in its title or beside its y axis), has a label
below its x axis, and a legend that says which line is training and which is validation; one label below both, or one
legend for the whole figure, will do. Each call draws a new figure. Return the figure; do not show it.

Read: kata book train_and_plot
"""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def plot_training(history: dict[str, list[float]]) -> Figure:
    """Return a figure with the losses in one Axes and the accuracies in the other."""
    plt.plot(history["loss"], label="Train")
    plt.plot(history["val_loss"], label="Test")
    plt.title("Loss and accuracy")
    plt.legend()
    plt.show()
