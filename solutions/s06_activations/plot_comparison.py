"""Draw the validation losses of several activations into one picture.

`curves` is a DataFrame with a column per activation and a row per epoch. Draw each column as a line over the epochs,
all into the same Axes. Give the picture a title, a label for each of the two axes, and a legend that says which line
is which activation. Each call draws into a new figure. Return the Axes, and leave `curves` as it is.
The stub is put together from notes that were never run: the names in it do not fit together.

Read: kata book plot_comparison
"""

import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    """Return Axes with one line per column of `curves`."""
    return curves.plot(title="Which activation learns fastest?", xlabel="Epoch", ylabel="Validation loss")
