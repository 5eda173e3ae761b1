# fails: test_lines
# says: nothing is drawn
import matplotlib.pyplot as plt


def plot_comparison(curves):
    curves.plot()
    fig, ax = plt.subplots()
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    return ax
