# different: the Axes of a subfigure, which has the words
import matplotlib.pyplot as plt


def plot_comparison(curves):
    half = plt.figure().subfigures(1, 2)[0]
    half.suptitle("Activations")
    half.supxlabel("epoch")
    half.supylabel("validation loss")
    ax = half.add_subplot()
    for name in curves:
        ax.plot(curves[name].to_numpy(), label=name)
    half.legend()
    return ax
