"""Draw how the loss falls.

`loss` and `val_loss` are what a history keeps: the losses of the training rows and of the validation rows, one number
per epoch. Draw both as lines over the epochs, into the same Axes, with every point in view. Give the picture a title, a
label for each of the two axes, and a legend that says which line is training and which is validation. Each call draws
into a new figure. Return the Axes, so that others can go on with it; do not show it.

Read: kata book plot_loss
"""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    plt.plot(val_loss, label="Train")
    plt.plot(loss, label="Test")
    plt.title("Loss of the model")
    plt.xlabel("Epoch")
    plt.legend()
    plt.show()
