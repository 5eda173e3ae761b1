# fails: test_unchanged
# diagnosis: CHANGED.gone
import matplotlib.pyplot as plt


def plot_training(history):
    fig, panels = plt.subplots(1, 2)
    for ax, what in zip(panels, ("loss", "accuracy")):
        ax.plot(history.pop(what), label="training")
        ax.plot(history.pop("val_" + what), label="validation")
        ax.set_title(what)
        ax.set_xlabel("epoch")
        ax.legend()
    return fig
