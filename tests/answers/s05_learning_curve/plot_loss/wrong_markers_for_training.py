# fails: test_lines
# diagnosis: LINE.loose
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    epochs = range(1, len(loss) + 1)
    ax.plot(epochs, loss, "bo", label="Training")
    ax.plot(epochs, val_loss, "b", label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
