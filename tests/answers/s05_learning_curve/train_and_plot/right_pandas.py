# different: pandas draws the columns of a table into Axes of a figure without pyplot
import pandas as pd
from matplotlib.figure import Figure


def plot_training(history):
    table = pd.DataFrame(history)
    figure = Figure()
    left, right = figure.subplots(1, 2)
    table[["loss", "val_loss"]].plot(ax=left, xlabel="Epoch", ylabel="Cross-entropy loss")
    table[["accuracy", "val_accuracy"]].plot(ax=right, xlabel="Epoch", title="Accuracy")
    return figure
