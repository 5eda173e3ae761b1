# fails: test_legend
# diagnosis: LEGEND.not_shown
# the legend is made while there is no line yet, and stays empty
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    for name in curves:
        ax.plot(curves[name], label=name)
    return ax
