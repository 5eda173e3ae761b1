# fails: test_legend
# diagnosis: expect.LEGEND.not_called
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    return ax
