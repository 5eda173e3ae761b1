# fails: test_labels
# diagnosis: LABELS.swapped
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Loss", ylabel="Epoch")
    ax.legend()
    return ax
