# fails: test_lines
# says: KeyError
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    for name in ["relu", "sigmoid", "tanh"]:
        ax.plot(curves[name], label=name)
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
