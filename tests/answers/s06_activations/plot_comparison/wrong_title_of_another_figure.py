# fails: test_title
# diagnosis: TITLE.elsewhere
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    plt.figure()
    plt.title("Loss of the different activations")
    ax = curves.plot()
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Validation loss")
    ax.legend()
    return ax
