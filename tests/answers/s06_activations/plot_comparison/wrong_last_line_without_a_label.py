# fails: test_legend
# diagnosis: LEGEND.otherwise
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    *first, last = curves.columns
    for name in first:
        ax.plot(curves[name], label=name)
    ax.plot(curves[last])
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
