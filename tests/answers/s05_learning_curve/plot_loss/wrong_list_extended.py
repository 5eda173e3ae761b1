# fails: test_lines
# diagnosis: CHANGED.sorted
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    _, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    loss.sort(reverse=True)
    ax.set(title="Loss by epoch", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
