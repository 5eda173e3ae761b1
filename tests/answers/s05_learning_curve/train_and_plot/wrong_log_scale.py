# fails: test_lines
# says: log scale, no place for 0
# A loss of 0 has no place on the y axis.
import matplotlib.pyplot as plt


def plot_training(history):
    figure, (left, right) = plt.subplots(ncols=2, figsize=(9, 4))
    left.semilogy(history["loss"], label="Training")
    left.semilogy(history["val_loss"], label="Validation")
    right.plot(history["accuracy"], label="Training")
    right.plot(history["val_accuracy"], label="Validation")
    for ax, name in ((left, "Loss"), (right, "Accuracy")):
        ax.set(title=name, xlabel="Epoch")
        ax.legend()
    return figure
