# fails: test_panels
# diagnosis: PANELS.bars
# bars in place of lines
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.bar(range(len(history[name])), history[name], label="Training")
        ax.bar(range(len(history[name])), history["val_" + name], label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return figure
