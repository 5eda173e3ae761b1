# fails: test_lines
# diagnosis: LINE.shorter
import matplotlib.pyplot as plt
from matplotlib.axes import Axes


def plot_loss(loss: list[float], val_loss: list[float]) -> Axes:
    fig, ax = plt.subplots()
    ax.plot(loss[:10], label="Training")
    ax.plot(val_loss[:10], label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
