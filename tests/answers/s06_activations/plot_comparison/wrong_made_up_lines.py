# fails: test_lines
# diagnosis: LINE.otherwise
import numpy as np
import pandas as pd


def plot_comparison(curves):
    epochs = np.arange(len(curves))
    made = pd.DataFrame({name: 0.7 * np.exp(-0.1 * (i + 1) * epochs) for i, name in enumerate(curves)})
    return made.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
