# different: a logarithmic axis, where every loss is above 0
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    epochs = range(1, len(loss) + 1)
    fig = plt.figure(figsize=(7, 3))
    ax = fig.add_subplot()
    if min(*loss, *val_loss) > 0:
        ax.set_yscale("log")
    ax.plot(epochs, loss, ".-", epochs, val_loss, ".--")
    ax.set(title="Loss by epoch", xlabel="Epoch", ylabel="Loss")
    ax.legend(["Training", "Validation"], loc="upper right", title="Rows")
    return ax
