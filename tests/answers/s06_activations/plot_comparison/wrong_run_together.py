# fails: test_lines
# diagnosis: LINE.joined
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    ax.plot(curves.to_numpy().ravel(), label="loss")
    ax.set(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
