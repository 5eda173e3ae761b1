# fails: test_figure
# diagnosis: expect.PICTURE.other
# the two Axes in a list
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        ax.plot(history[name], label="Training")
        ax.plot(history["val_" + name], label="Validation")
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return list(panels)
