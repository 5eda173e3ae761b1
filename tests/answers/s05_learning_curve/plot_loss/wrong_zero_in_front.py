# fails: test_lines
# diagnosis: LINE.number
# a 0 in front, so that the first epoch is 1
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot([0] + loss, label="Training")
    ax.plot([0] + val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
