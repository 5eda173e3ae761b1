# fails: test_lines
# diagnosis: LINE.rounded
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    _, ax = plt.subplots()
    ax.plot([round(value, 2) for value in loss], label="Training")
    ax.plot([round(value, 2) for value in val_loss], label="Validation")
    ax.set(title="Loss by epoch", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
