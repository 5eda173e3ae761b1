# fails: test_lines
# diagnosis: NO_LINE.loose
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, marker="x", linestyle="", label="Training")
    ax.plot(val_loss, marker="x", linewidth=0, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
