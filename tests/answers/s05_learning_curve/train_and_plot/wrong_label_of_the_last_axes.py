# fails: test_words
# diagnosis: expect.AXIS.other_axes
# pyplot's label, after both Axes are drawn
import matplotlib.pyplot as plt


def plot_training(history):
    fig, panels = plt.subplots(1, 2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot(history[name], label="Training")
        ax.plot(history["val_" + name], label="Validation")
        ax.set_title(name)
        ax.legend()
    plt.xlabel("Epoch")
    return fig
