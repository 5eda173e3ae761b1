# different: pyplot's subplot twice, epochs from 1, the words beside the y axis
import matplotlib.pyplot as plt


def plot_training(history):
    epochs = range(1, len(history["loss"]) + 1)
    fig = plt.figure(figsize=(10, 4))
    plt.subplot(1, 2, 1)
    plt.plot(epochs, history["accuracy"], "g")
    plt.plot(epochs, history["val_accuracy"], "m")
    plt.ylabel("acc")
    plt.xlabel("epoch")
    plt.legend(["train", "val"])
    plt.subplot(1, 2, 2)
    plt.plot(epochs, history["loss"], "g")
    plt.plot(epochs, history["val_loss"], "m")
    plt.ylabel("loss")
    plt.xlabel("epoch")
    plt.legend(["train", "val"])
    return fig
