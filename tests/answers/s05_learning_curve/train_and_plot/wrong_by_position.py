# fails: test_lines
# diagnosis: LINE.other_key
import matplotlib.pyplot as plt


def plot_training(history):
    values = list(history.values())
    figure, panels = plt.subplots(1, 2)
    for panel, name, k in zip(panels, ("loss", "accuracy"), (0, 1)):
        panel.plot(values[k], label="Training")
        panel.plot(values[k + 2], label="Validation")
        panel.set(title=name, xlabel="Epoch")
        panel.legend()
    return figure
