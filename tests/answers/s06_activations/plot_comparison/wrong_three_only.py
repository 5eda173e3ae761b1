# fails: test_lines
# diagnosis: LINE.left_out
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    return curves.iloc[:, :3].plot(title="Which activation learns fastest?", xlabel="Epoch", ylabel="Validation loss")
