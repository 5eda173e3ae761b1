# fails: test_legend
# diagnosis: ALIKE.unlabelled
# styles tell the lines apart, which have no labels
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    for name, style in zip(curves, ("-", "--", ":", "-.")):
        ax.plot(curves[name], style, color="black")
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend(list(curves.columns))
    return ax
