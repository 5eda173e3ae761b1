# different: limits of its own that end at the data, on a y axis turned round
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    plt.figure()
    epochs = range(1, len(loss) + 1)
    plt.plot(epochs, loss, label="training")
    plt.plot(epochs, val_loss, label="validation")
    plt.xlim(1, max(len(loss), 2))
    plt.ylim(1.01 * max(*loss, *val_loss), min(*loss, *val_loss))
    plt.title("Loss")
    plt.xlabel("epoch")
    plt.ylabel("loss, downwards")
    plt.legend()
    return plt.gca()
