# fails: test_labels
# diagnosis: LABELS.x
# the x axis says loss, as the y axis does
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Loss", ylabel="Loss")
    ax.legend()
    return ax
