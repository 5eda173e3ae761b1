# fails: test_labels
# diagnosis: LABELS.y
# the y axis says epoch, as the x axis does
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Epoch")
    ax.legend()
    return ax
