# fails: test_another_program
# diagnosis: LOST.place
import json
import os

import keras
import numpy as np


def _index(path):
    return os.path.join(os.path.dirname(os.path.abspath(path)), "standardization.json")


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    model.save(path)
    known = {}
    if os.path.exists(_index(path)):
        with open(_index(path)) as file:
            known = json.load(file)
    known[os.path.abspath(path)] = [features.mean(axis=0).tolist(), features.std(axis=0).tolist()]
    with open(_index(path), "w") as file:
        json.dump(known, file)


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    model = keras.models.load_model(path)
    with open(_index(path)) as file:
        mean, deviation = json.load(file)[os.path.abspath(path)]
    standardized = (row - np.array(mean)) / np.array(deviation)
    return float(model.predict(standardized[None], verbose=0)[0, 0])
