# fails: test_legend
# diagnosis: expect.LEGEND.swapped
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    axes = plt.figure().gca()
    axes.plot(loss, "k-")
    axes.plot(val_loss, "k--")
    axes.legend(["val", "train"])
    plt.title("loss")
    plt.xlabel("epochs")
    plt.ylabel("loss")
    return axes
