"""Turn labels into one-hot rows, and keep the names that belong to the columns.

`labels` is a Series of k different labels, such as red, green and blue, one for each of n samples. Return two things:
an array of shape (n, k) with a single 1 in each row, in the column of the row's label, and 0 elsewhere; and a list of
the k names in the order of the columns, so that a prediction can be named again. The order of the columns is up to you.
Labels may be whole numbers, or True and False, which are categories like any other; a name is always text, such as
"10" or "True". No label is missing, and the dtype of `labels` is not yet "category". `labels` itself stays as it is.
The steps below give codes to the categories, as the notes do. What has become of their names?

Read: kata book one_hot
"""

import numpy as np
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the labels as one-hot rows, and the name of each column."""
    categories = labels.astype("category").cat
    names = [str(name) for name in categories.categories]
    # Row i of the identity matrix is the one-hot row of code i.
    return np.eye(len(names))[categories.codes], names
