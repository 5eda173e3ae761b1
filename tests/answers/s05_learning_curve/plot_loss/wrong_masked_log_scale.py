# fails: test_lines
# says: log, 0, every number
# The logarithmic axis leaves a loss of 0 out.
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    plt.figure()
    plt.semilogy(loss, label="Training", nonpositive="mask")
    plt.semilogy(val_loss, label="Validation", nonpositive="mask")
    plt.title("Loss")
    plt.xlabel("Epoch")
    plt.ylabel("Loss")
    plt.legend()
    return plt.gca()
