# fails: test_lines
# diagnosis: NO_LINE.empty
import matplotlib.pyplot as plt


def plot_comparison(curves):
    curves.plot()
    fig, ax = plt.subplots()
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    return ax
