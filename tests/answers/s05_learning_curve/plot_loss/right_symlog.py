# different: a scale that is logarithmic far from 0, in a subfigure that has the title and the legend
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    part = plt.figure().subfigures()
    part.suptitle("Loss")
    ax = part.subplots()
    ax.set_yscale("symlog")
    curves = [ax.plot(values)[0] for values in (loss, val_loss)]
    part.legend(curves, ["train", "val"])
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return ax
