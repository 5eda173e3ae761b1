# fails: test_lines
# diagnosis: expect.PICTURE.one_for_all
# wrong: draws into the current Axes: a second call draws over the first one's lines
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    ax = plt.gca()
    epochs = range(1, len(loss) + 1)
    ax.plot(epochs, loss, label="Training")
    ax.plot(epochs, val_loss, label="Validation")
    ax.set_title("Loss of the model")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Loss")
    ax.legend()
    return ax
