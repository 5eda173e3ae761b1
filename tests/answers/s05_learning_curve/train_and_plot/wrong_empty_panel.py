# fails: test_panels
# diagnosis: PANELS.empty
import matplotlib.pyplot as plt


def plot_training(history):
    fig, panels = plt.subplots(1, 3)
    for ax, what in zip(panels, ("loss", "accuracy")):
        ax.plot(history[what], label="training")
        ax.plot(history["val_" + what], label="validation")
        ax.set_title(what)
        ax.set_xlabel("epoch")
        ax.legend()
    return fig
