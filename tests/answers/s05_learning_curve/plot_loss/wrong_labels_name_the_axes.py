# fails: test_labels
# diagnosis: expect.AXIS.name_alone
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(xlabel="x", ylabel="y axis", title="Loss")
    ax.legend()
    return ax
