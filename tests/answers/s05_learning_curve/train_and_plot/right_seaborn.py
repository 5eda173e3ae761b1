# different: seaborn, and the figure found from its Axes
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns


def plot_training(history):
    table = pd.DataFrame({name: history[name] for name in ("loss", "val_loss", "accuracy", "val_accuracy")})
    _, panels = plt.subplots(ncols=2)
    sns.lineplot(table.filter(like="loss"), ax=panels[0]).set(xlabel="epoch", ylabel="loss")
    sns.lineplot(table.filter(like="accuracy"), ax=panels[1]).set(xlabel="epoch", ylabel="accuracy")
    return panels[0].figure
