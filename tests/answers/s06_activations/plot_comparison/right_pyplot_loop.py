# different: pyplot in a loop over the columns, epochs counted from 1
import matplotlib.pyplot as plt


def plot_comparison(curves):
    plt.figure(figsize=(5, 3))
    for name in curves:
        plt.plot(range(1, len(curves) + 1), curves[name], label=name, marker="o")
    plt.title("Activations")
    plt.xlabel("epoch")
    plt.ylabel("val_loss")
    plt.legend(title="activation")
    return plt.gca()
