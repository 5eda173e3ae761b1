# different: seaborn, on a long table
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns


def plot_loss(loss, val_loss):
    rows = [(i, x, "train") for i, x in enumerate(loss)] + [(i, x, "validation") for i, x in enumerate(val_loss)]
    table = pd.DataFrame(rows, columns=["epoch", "loss", "rows"])
    ax = plt.figure().add_subplot()
    sns.lineplot(table, x="epoch", y="loss", hue="rows", ax=ax)
    ax.set_title("Loss")
    return ax
