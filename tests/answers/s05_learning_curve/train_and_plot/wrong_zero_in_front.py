# fails: test_lines
# diagnosis: LINE.number
# a 0 in front, so that the first epoch is 1
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot([0] + history[name], label="Training")
        ax.plot([0] + history["val_" + name], label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return figure
