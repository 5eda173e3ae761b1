# fails: test_lines
# diagnosis: NO_LINE.loose
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, "o", label="Training")
    ax.plot(val_loss, "o", label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
