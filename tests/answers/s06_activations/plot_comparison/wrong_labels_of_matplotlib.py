# fails: test_legend
# diagnosis: LEGEND.unlabelled
# the names that lines have without a label
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    lines = ax.plot(curves)
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend(lines, [line.get_label() for line in lines])
    return ax
