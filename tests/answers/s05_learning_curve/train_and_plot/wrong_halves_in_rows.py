# fails: test_panels
# diagnosis: PLACE.rows
# The two subfigures are rows.
import matplotlib.pyplot as plt


def plot_training(history):
    fig = plt.figure(figsize=(5, 8))
    for half, name in zip(fig.subfigures(2, 1), ("loss", "accuracy")):
        ax = half.subplots()
        ax.plot(history[name], label="Training")
        ax.plot(history[f"val_{name}"], label="Validation")
        ax.set(title=name.capitalize(), xlabel="Epoch")
        ax.legend()
    return fig
