# different: both lines black, told apart by their style; the title is the figure's
from matplotlib.figure import Figure


def plot_loss(loss, val_loss):
    figure = Figure()
    figure.suptitle("Training and validation")
    axes = figure.add_subplot()
    axes.plot(loss, color="black", label="loss")
    axes.plot(val_loss, color="black", linestyle=":", label="val_loss")
    axes.legend()
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss")
    return axes
