# fails: test_lines
# diagnosis: LINE.order
# sorted values
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot(sorted(history[name]), label="Training")
        ax.plot(sorted(history["val_" + name]), label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return figure
