# fails: test_legend
# diagnosis: LEGEND.none
# a legend is there, and empty, for no line has a label
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    for name in curves:
        ax.plot(curves[name])
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
