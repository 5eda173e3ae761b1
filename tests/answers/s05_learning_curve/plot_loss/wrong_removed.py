# fails: test_axes
# says: an Axes that has no figure
# The Axes are taken out of their figure before they are returned.
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="training")
    ax.plot(val_loss, label="validation")
    ax.set(title="Loss", xlabel="epoch", ylabel="loss")
    ax.legend()
    ax.remove()
    return ax
