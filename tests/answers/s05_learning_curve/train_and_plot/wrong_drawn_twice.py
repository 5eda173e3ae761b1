# fails: test_lines
# diagnosis: COUNT.twice
# each line is drawn once more, in another width
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot(history[name], label="Training")
        ax.plot(history["val_" + name], label="Validation")
        ax.plot(history[name], linewidth=3, label="Training")
        ax.plot(history["val_" + name], linewidth=3, label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return figure
