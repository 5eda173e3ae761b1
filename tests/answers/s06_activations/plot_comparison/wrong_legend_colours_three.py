# fails: test_legend
# diagnosis: LOOKS.few
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    return curves.plot(color=['red', 'green', 'blue'], title="Which activation learns fastest?", xlabel="Epoch", ylabel="Validation loss")
