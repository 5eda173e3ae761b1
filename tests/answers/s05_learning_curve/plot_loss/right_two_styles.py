# different: both lines black, in two styles, and the legend gets its words as a list
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    axes = plt.figure().gca()
    axes.plot(loss, "k-")
    axes.plot(val_loss, "k--")
    axes.legend(["train", "val"])
    plt.title("loss")
    plt.xlabel("epochs")
    plt.ylabel("cross-entropy")
    return axes
