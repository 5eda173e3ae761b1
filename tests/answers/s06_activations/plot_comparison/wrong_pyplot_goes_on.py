# fails: test_lines
# diagnosis: expect.PICTURE.one_for_all
# pyplot without a figure of its own
import matplotlib.pyplot as plt


def plot_comparison(curves):
    for name in curves:
        plt.plot(curves[name], label=name)
    plt.title("Activations")
    plt.xlabel("Epoch")
    plt.ylabel("Loss")
    plt.legend()
    return plt.gca()
