# different: seaborn on the wide table, which puts its legend together by itself
import matplotlib.pyplot as plt
import seaborn as sns


def plot_comparison(curves):
    figure, axes = plt.subplots()
    sns.lineplot(data=curves, ax=axes)
    axes.set_title("Comparison", loc="left")
    axes.set_xlabel("Epoch")
    axes.set_ylabel("Validation loss")
    return axes
