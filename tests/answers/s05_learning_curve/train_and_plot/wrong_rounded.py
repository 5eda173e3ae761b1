# fails: test_lines
# diagnosis: LINE.rounded
import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def plot_training(history: dict[str, list[float]]) -> Figure:
    """Return a figure with the losses in one Axes and the accuracies in the other."""
    figure, panels = plt.subplots(ncols=2, figsize=(9, 4), layout="constrained")
    for ax, name in zip(panels, ("loss", "accuracy"), strict=True):
        ax.plot([round(value, 2) for value in history[name]], label="Training")
        ax.plot([round(value, 2) for value in history[f"val_{name}"]], label="Validation")
        ax.set(title=name.capitalize(), xlabel="Epoch")
        ax.legend()
    return figure
