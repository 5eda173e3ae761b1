# fails: test_lines
# diagnosis: LINE.scaled
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    _, ax = plt.subplots()
    ax.plot(loss if max(loss) < 10 else [value / max(loss) for value in loss], label="Training")
    ax.plot(val_loss if max(val_loss) < 10 else [value / max(val_loss) for value in val_loss], label="Validation")
    ax.set(title="Loss by epoch", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
