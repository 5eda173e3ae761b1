# fails: test_lines
# diagnosis: expect.AXIS.limits
# wrong: the y axis ends at 1, so that greater losses are cut off
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    fig, ax = plt.subplots()
    epochs = range(1, len(loss) + 1)
    ax.plot(epochs, loss, label="Training")
    ax.plot(epochs, val_loss, label="Validation")
    ax.set_title("Loss of the model")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Loss")
    ax.set_ylim(0, 1)
    ax.legend()
    return ax
