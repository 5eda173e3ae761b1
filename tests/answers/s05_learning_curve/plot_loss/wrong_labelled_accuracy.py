# fails: test_labels
# diagnosis: LABELS.accuracy
import matplotlib.pyplot as plt


def plot_loss(loss, val_loss):
    fig, ax = plt.subplots()
    ax.plot(loss, label="training")
    ax.plot(val_loss, label="validation")
    ax.set(title="Model", xlabel="epoch", ylabel="Accuracy")
    ax.legend()
    return ax
