# fails: test_lines
# diagnosis: LINE.dots
# a plot for each epoch
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    for x, y in zip(loss, val_loss):
        ax.plot(x, y, "o")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
