# fails: test_lines
# diagnosis: COUNT.earlier
import matplotlib.pyplot as plt

fig, ax = plt.subplots()


def plot_loss(loss, val_loss):
    ax.plot(loss, label="Training")
    ax.plot(val_loss, label="Validation")
    ax.set(title="Loss", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
