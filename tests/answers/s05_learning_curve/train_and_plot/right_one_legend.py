# different: one legend for the whole figure, which the two Axes share
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(1, 2, sharex=True)
    for what, panel in zip(["accuracy", "loss"], panels):
        lines = [panel.plot(history[prefix + what])[0] for prefix in ("", "val_")]
        panel.set_title(f"{what} by epoch")
        panel.set_xlabel("epoch")
    figure.legend(lines, ["training", "validation"], loc="outside upper center")
    return figure
