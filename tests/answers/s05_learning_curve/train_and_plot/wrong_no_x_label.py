# fails: test_words
# diagnosis: expect.AXIS.other_axes
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots(1, 2)
    panels[0].plot(history["loss"], label="Training")
    panels[0].plot(history["val_loss"], label="Validation")
    panels[0].set(title="Loss")
    panels[0].legend()
    panels[1].plot(history["accuracy"], label="Training")
    panels[1].plot(history["val_accuracy"], label="Validation")
    panels[1].set(title="Accuracy", xlabel="Epoch")
    panels[1].legend()
    return figure
