# different: plt.subplots and one plot call with a matrix
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    fig, ax = plt.subplots(figsize=(8, 5))
    ax.plot(range(1, len(curves) + 1), curves.to_numpy(), label=list(curves.columns))
    ax.set(title='Losses', xlabel='epochs', ylabel='loss')
    ax.legend(loc='upper right')
    return ax
