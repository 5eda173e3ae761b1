# fails: test_lines
# diagnosis: NO_LINE.loose
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.scatter(range(len(loss)), loss, label="Training")
    ax.scatter(range(len(val_loss)), val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
