# fails: test_untouched
# says: row[i] = ...
import json

import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    model.save(path)
    with open(path + ".json", "w") as file:
        json.dump([features.mean(axis=0).tolist(), features.std(axis=0).tolist()], file)


def predict_one(path: str, row: np.ndarray) -> float:
    with open(path + ".json") as file:
        mean, deviation = json.load(file)
    model = keras.models.load_model(path)
    for column in range(len(row)):
        row[column] = (row[column] - mean[column]) / deviation[column]
    return float(model.predict(np.array([row]), verbose=0)[0, 0])
