# fails: test_lines
# diagnosis: LINE.swapped
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    for name in curves:
        ax.plot(curves[name], curves.index, label=name)
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
