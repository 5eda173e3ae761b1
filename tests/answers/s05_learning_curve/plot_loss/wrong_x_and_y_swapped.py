# fails: test_lines
# diagnosis: LINE.swapped
# epochs along y
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, range(len(loss)), label="Training")
    ax.plot(val_loss, range(len(val_loss)), label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
