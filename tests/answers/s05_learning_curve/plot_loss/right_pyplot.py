# different: pyplot alone, validation first, epochs counted from 1, the legend's words as a list
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    plt.figure()
    epochs = range(1, len(loss) + 1)
    plt.plot(epochs, val_loss, "r--")
    plt.plot(epochs, loss, "bo-")
    plt.title("How it learns")
    plt.ylabel("Loss")
    plt.xlabel("Epochs")
    plt.legend(["Validation loss", "Training loss"])
    return plt.gca()
