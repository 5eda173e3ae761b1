# fails: test_lines
# diagnosis: NO_LINE.bars
# bars in place of lines
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.bar(range(len(loss)), loss, label="Training")
    ax.bar(range(len(val_loss)), val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
