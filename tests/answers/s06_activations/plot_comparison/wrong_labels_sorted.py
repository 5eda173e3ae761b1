# fails: test_legend
# diagnosis: BESIDE.label
# the labels are the sorted names, the columns come as they are
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    ax.plot(curves.index, curves.to_numpy(), label=sorted(curves.columns))
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
