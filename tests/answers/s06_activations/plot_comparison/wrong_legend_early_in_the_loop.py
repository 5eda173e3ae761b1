# fails: test_legend
# diagnosis: LEGEND.early
# each legend is made in front of the next line
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    for name in curves:
        if ax.lines:
            ax.legend()
        ax.plot(curves[name], label=name)
    return ax
