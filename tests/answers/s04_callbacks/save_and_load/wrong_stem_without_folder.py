# fails: test_another_program
# diagnosis: LOST.current
import json
from pathlib import Path

import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    with open(Path(path).stem + ".json", "w") as file:
        json.dump([features.mean(axis=0).tolist(), features.std(axis=0).tolist()], file)


def predict_one(path, row):
    with open(Path(path).stem + ".json") as file:
        mean, deviation = np.array(json.load(file))
    return keras.models.load_model(path).predict(((row - mean) / deviation)[None], verbose=0).item()
