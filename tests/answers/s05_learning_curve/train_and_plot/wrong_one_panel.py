# fails: test_panels
# diagnosis: PANELS.together
import matplotlib.pyplot as plt


def plot_training(history):
    figure, panels = plt.subplots()
    panels.plot(history["loss"], label="Training")
    panels.plot(history["val_loss"], label="Validation")
    panels.set(title="Loss", xlabel="Epoch")
    panels.legend()
    panels.plot(history["accuracy"], label="Training")
    panels.plot(history["val_accuracy"], label="Validation")
    panels.set(title="Accuracy", xlabel="Epoch")
    panels.legend()
    return figure
