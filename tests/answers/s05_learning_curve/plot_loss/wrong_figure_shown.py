# fails: test_axes
# diagnosis: expect.PICTURE.on_screen
# the figure itself is shown, without plt.show()
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(xlabel="Epoch", ylabel="Loss", title="Loss")
    ax.legend()
    fig.show()
    return ax
