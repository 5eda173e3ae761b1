# fails: test_lines
# diagnosis: expect.PICTURE.one_for_all
# draws into the current Axes: a second call adds its lines to those of the first
import matplotlib.pyplot as plt


def plot_comparison(curves):
    return curves.plot(ax=plt.gca(), title="Activations", xlabel="Epoch", ylabel="Loss")
