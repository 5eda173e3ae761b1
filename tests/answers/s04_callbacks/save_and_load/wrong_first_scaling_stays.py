# fails: test_several_models
# diagnosis: SEVERAL.figures
import os

import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    model.save(path)
    if not os.path.exists(path + ".npz"):
        np.savez(path + ".npz", mean=features.mean(axis=0), std=features.std(axis=0))


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    model = keras.models.load_model(path)
    with np.load(path + ".npz") as saved:
        scaled = (row - saved["mean"]) / saved["std"]
    return float(model.predict(scaled[np.newaxis, :], verbose=0)[0, 0])
