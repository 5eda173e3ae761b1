# fails: test_axes
# says: plt.show(), return
import matplotlib.pyplot as plt


def plot_comparison(curves):
    curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
    plt.show()
