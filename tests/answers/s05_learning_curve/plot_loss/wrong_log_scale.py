# fails: test_lines
# diagnosis: expect.AXIS.scale
# A loss of 0 has no place on the y axis.
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    """Return Axes with the training and the validation loss over the epochs."""
    _, ax = plt.subplots()
    ax.plot(range(1, len(loss) + 1), loss, ".-", label="Training")
    ax.plot(range(1, len(val_loss) + 1), val_loss, ".--", label="Validation")
    ax.set(title="Loss by epoch", xlabel="Epoch", ylabel="Loss")
    ax.set_yscale("log")
    ax.legend(loc="upper right", title="Rows")
    return ax
