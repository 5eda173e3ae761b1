# different: the legend belongs to the whole figure; held-out rows by that name; a longer label for y
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots(layout="constrained")
    epochs = range(1, len(loss) + 1)
    ax.plot(epochs, loss, "o-", label="training rows")
    ax.plot(epochs, val_loss, "s-", label="held-out rows")
    ax.set_title("How the loss falls")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Loss after each epoch")
    fig.legend(loc="outside lower center")
    return ax
