# fails: test_lines
# diagnosis: LINE.swapped
# epochs along y
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        epochs = range(len(history[name]))
        ax.plot(history[name], epochs, label="Training")
        ax.plot(history["val_" + name], epochs, label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return figure
