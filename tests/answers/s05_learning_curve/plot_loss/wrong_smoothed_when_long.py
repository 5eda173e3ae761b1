# fails: test_lines
# diagnosis: LINE.smoothed
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    _, ax = plt.subplots()
    ax.plot(loss if len(loss) < 8 else [(a + b) / 2 for a, b in zip(loss, loss[:1] + loss)], label="Training")
    ax.plot(val_loss if len(val_loss) < 8 else [(a + b) / 2 for a, b in zip(val_loss, val_loss[:1] + val_loss)], label="Validation")
    ax.set(title="Loss by epoch", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
