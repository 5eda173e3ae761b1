# different: a single epoch gets a marker, because a line of one point shows nothing
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    style = "-" if len(loss) > 1 else "o"
    axes = plt.figure().gca()
    axes.plot(loss, style, label="Training loss")
    axes.plot(val_loss, style, label="Validation loss")
    axes.set(title="Losses", xlabel="Epochs", ylabel="Loss")
    axes.legend(loc="upper right")
    return axes
