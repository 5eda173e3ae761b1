# fails: test_lines
# diagnosis: LINE.against
import matplotlib.pyplot as plt


def plot_training(history):
    fig, panels = plt.subplots(1, 2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot(history[name], history["val_" + name], label="Training")
        ax.plot(history["val_" + name], label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return fig
