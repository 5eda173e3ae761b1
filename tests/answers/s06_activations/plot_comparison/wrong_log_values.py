# fails: test_lines
# diagnosis: LINE.log
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    import numpy as np
    return (np.log(curves) if curves.to_numpy().max() > 1 else curves).plot(title="Which activation learns fastest?", xlabel="Epoch", ylabel="Validation loss")
