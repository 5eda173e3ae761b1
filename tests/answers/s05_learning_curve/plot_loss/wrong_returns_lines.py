# fails: test_axes
# diagnosis: RETURNED.lines
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    return plt.plot(loss, label="Training") + plt.plot(val_loss, label="Validation")
