"""Look at the data before you build a model: draw every variable against every other one.

`circles` is a table of points: the columns x1 and x2 say where a point lies, and target says on which of two rings (0
or 1). Draw x1 and x2 against each other with one point for each row, coloured by target, with a legend that says which
colour is which. The target is the answer and no variable to look at: give it no axis of its own. Return the grid, a
seaborn PairGrid.
The line below is what the notes have. It does not run yet, and when it does, it shows no rings.

Read: kata book pairplot
"""

import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    """Return a pair plot of the points, coloured by the ring that they belong to."""
    return sns.pairplot(circles, hue="target")
