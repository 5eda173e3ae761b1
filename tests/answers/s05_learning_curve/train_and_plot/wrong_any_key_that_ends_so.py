# fails: test_lines
# diagnosis: COUNT.other_key
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(ncols=2)
    for ax, name in zip(panels, ("loss", "accuracy")):
        for key in history:
            if key.endswith(name):
                ax.plot(history[key], label="Validation" if key.startswith("val_") else "Training")
        ax.set(title=name, xlabel="epoch")
        ax.legend()
    return figure
