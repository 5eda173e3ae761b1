# fails: test_legend
# diagnosis: expect.AXIS.two_places
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(range(len(loss)), loss, label="training")
    ax.plot(range(1, len(val_loss) + 1), val_loss, label="validation")
    ax.set(title="Loss", xlabel="epoch", ylabel="loss")
    ax.legend()
    return ax
