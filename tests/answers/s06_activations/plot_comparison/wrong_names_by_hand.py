# fails: test_legend
# diagnosis: BESIDE.label
# the names of the lines are written down, and not those of the columns
import matplotlib.pyplot as plt

NAMES = ["sigmoid", "tanh", "relu", "leaky_relu", "softmax"]


def plot_comparison(curves):
    fig, ax = plt.subplots()
    for i in range(curves.shape[1]):
        ax.plot(curves.index, curves.iloc[:, i], label=NAMES[i])
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
