# fails: test_legend
# diagnosis: expect.LEGEND.alike
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, color="blue", label="training")
    ax.plot(val_loss, color="blue", label="validation")
    ax.set(title="Loss", xlabel="epoch", ylabel="loss")
    ax.legend()
    return ax
