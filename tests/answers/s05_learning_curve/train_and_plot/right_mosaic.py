# Right: made with subplot_mosaic, y axes labelled, no titles.
import matplotlib.pyplot as plt


def plot_training(history):
    figure, at = plt.subplot_mosaic([["loss", "accuracy"]], figsize=(10, 3))
    for what, ax in at.items():
        for prefix, who in {"": "training rows", "val_": "validation rows"}.items():
            ax.plot(history[prefix + what], label=who)
        ax.set_ylabel(what)
        ax.set_xlabel("epochs")
        ax.legend()
    return figure
