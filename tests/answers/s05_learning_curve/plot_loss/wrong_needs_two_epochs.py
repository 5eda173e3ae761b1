# fails: test_lines
# says: IndexError, line
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="training")
    ax.plot(val_loss, label="validation")
    drop = loss[0] - loss[1]
    ax.set(title=f"First step: {drop:.2f}", xlabel="epoch", ylabel="loss")
    ax.legend()
    return ax
