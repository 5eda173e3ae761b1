# fails: test_axes
# diagnosis: expect.PICTURE.no_return
import matplotlib.pyplot as plt


def plot_comparison(curves):
    curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
    plt.show()
