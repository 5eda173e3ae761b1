# fails: test_lines
# diagnosis: COUNT.twice
# each line is drawn once more, in another width
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.plot(loss, linewidth=3, label="Training")
    ax.plot(val_loss, linewidth=3, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
