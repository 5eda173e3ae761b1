# fails: test_legends
# diagnosis: expect.LEGEND.other_axes
# pyplot's legend, after both Axes are drawn
import matplotlib.pyplot as plt


def plot_training(history):
    fig, panels = plt.subplots(1, 2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot(history[name], label="Training")
        ax.plot(history["val_" + name], label="Validation")
        ax.set(title=name, xlabel="Epoch")
    plt.legend()
    return fig
