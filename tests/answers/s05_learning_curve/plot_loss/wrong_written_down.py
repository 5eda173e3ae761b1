# fails: test_lines
# diagnosis: LINE.earlier
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot([0.9, 0.61, 0.42, 0.31, 0.22, 0.17], label="Training")
    ax.plot([0.95, 0.7, 0.55, 0.52, 0.57, 0.64], label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
