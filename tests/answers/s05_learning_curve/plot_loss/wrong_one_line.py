# fails: test_lines
# diagnosis: LINE.one
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
