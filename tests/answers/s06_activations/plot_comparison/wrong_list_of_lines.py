# fails: test_axes
# diagnosis: RETURNED.lines
import matplotlib.pyplot as plt


def plot_comparison(curves):
    plt.title("Activations")
    plt.xlabel("Epoch")
    plt.ylabel("Loss")
    return plt.plot(curves, label=list(curves.columns))
