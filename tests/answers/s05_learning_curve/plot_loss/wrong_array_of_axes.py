# fails: test_axes
# diagnosis: expect.PICTURE.array
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, axes = plt.subplots(1, 2)
    axes[0].plot(loss, label="Training")
    axes[0].plot(val_loss, label="Validation")
    axes[0].set(title="Loss", xlabel="Epoch", ylabel="Loss")
    axes[0].legend()
    return axes
