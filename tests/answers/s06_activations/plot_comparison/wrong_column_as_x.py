# fails: test_lines
# diagnosis: LINE.as_x
# says: losses of tanh run along the x axis
import pandas as pd
from matplotlib.axes import Axes


def plot_comparison(curves: pd.DataFrame) -> Axes:
    ax = curves.plot(x=curves.columns[0], title="Activations compared", legend=True)
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Validation loss")
    return ax
