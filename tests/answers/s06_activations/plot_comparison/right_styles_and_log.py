# different: a log scale, markers and styles
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    ax = curves.plot(style=['-', '--', ':', '-.'] * 3, marker='o', logy=True, title="Which activation learns fastest?", xlabel="Epoch", ylabel="Validation loss")
    return ax
