# fails: test_legend
# diagnosis: BESIDE.otherwise
# the line of the first column stands beside each name
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    lines = ax.plot(curves.to_numpy())
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend([lines[0]] * len(lines), list(curves.columns))
    return ax
