# fails: test_lines
# diagnosis: LINE.smoothed
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    curves = curves.rolling(3, min_periods=1, center=True).mean() if len(curves) > 6 else curves
    return curves.plot(title="Which activation learns fastest?", xlabel="Epoch", ylabel="Validation loss")
