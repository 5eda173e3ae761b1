"""Save a trained model so that another program can load it and ask it about one row.

`model` is trained, with one output. It never saw the rows of `features`, an array of shape (n, d), as they are: it was
trained on (features - mean) / deviation, with the mean and the deviation of each column over the n rows, as NumPy's
mean and std make them. No column is constant. `save_model` saves at `path`, which ends in .keras, an archive that Keras
loads as a model with these weights, and keeps mean and deviation in it or in a file beside it, in the same folder. More
than one model may be saved in a folder, each with features of its own and under any name, also one with dots in it; of
two at the same path the last one counts.

`predict_one` gets the path of a model that was saved in this way, and one row, an array of shape (d,), which is not yet
standardized. It returns what the model answers to it, as a plain float. It runs in another program, days later, where
only the folder is left, which may have been moved: path then says where the archive is now. It trains and writes
nothing. `model`, `features`, `row` and the saved files stay as they are.

Read: kata book save_and_load
"""

import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    raise NotImplementedError


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    raise NotImplementedError
