# different: the legend and the title belong to the figure, and a line marks zero
import matplotlib.pyplot as plt


def plot_comparison(curves):
    figure, axes = plt.subplots()
    for name, losses in curves.items():
        axes.plot(losses.to_numpy(), label=name)
    axes.axhline(0, color="grey", linewidth=0.5)
    figure.suptitle("Activations")
    axes.set(xlabel="epochs trained", ylabel="validation loss")
    figure.legend()
    return axes
