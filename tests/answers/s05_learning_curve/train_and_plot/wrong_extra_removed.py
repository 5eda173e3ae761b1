# fails: test_unchanged
# diagnosis: CHANGED.gone
import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def plot_training(history: dict[str, list[float]]) -> Figure:
    """Return a figure with the losses in one Axes and the accuracies in the other."""
    for key in set(history) - {"loss", "accuracy", "val_loss", "val_accuracy"}:
        del history[key]
    figure, panels = plt.subplots(ncols=2, figsize=(9, 4), layout="constrained")
    for ax, name in zip(panels, ("loss", "accuracy"), strict=True):
        ax.plot(history[name], label="Training")
        ax.plot(history[f"val_{name}"], label="Validation")
        ax.set(title=name.capitalize(), xlabel="Epoch")
        ax.legend()
    return figure
