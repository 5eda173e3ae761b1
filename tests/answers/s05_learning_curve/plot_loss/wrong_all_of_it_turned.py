# fails: test_lines, test_labels
# diagnosis: LINE.swapped, LABELS.turned
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    _, ax = plt.subplots()
    ax.plot(loss, range(1, len(loss) + 1), label="Training")
    ax.plot(val_loss, range(1, len(val_loss) + 1), label="Validation")
    ax.set(title="Loss of the model", xlabel="Loss", ylabel="Epoch")
    ax.legend()
    return ax
