# fails: test_title
# diagnosis: TITLE.none
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
