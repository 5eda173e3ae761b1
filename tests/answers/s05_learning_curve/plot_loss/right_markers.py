# different: markers on the lines, and loose points once more on top of one of them
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    ax = plt.figure().add_subplot()
    ax.plot(loss, "o-", label="train")
    ax.plot(val_loss, linestyle="dashed", color="C1", label="validation")
    ax.plot(val_loss, "s", color="C1")
    ax.plot([val_loss.index(min(val_loss))], [min(val_loss)], "r*")
    ax.set_title("Loss per epoch")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Loss")
    ax.legend()
    return ax
