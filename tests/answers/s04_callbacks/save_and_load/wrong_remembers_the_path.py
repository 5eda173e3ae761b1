# fails: test_several_models
# diagnosis: SEVERAL.kept
# a model that was loaded once is never looked for again
from functools import cache

import keras
import numpy as np


@cache
def loaded(path):
    with np.load(f"{path}.npz") as scaling:
        return keras.saving.load_model(path), scaling["mean"], scaling["deviation"]


def save_model(model, features, path):
    model.save(path)
    np.savez(f"{path}.npz", mean=features.mean(axis=0), deviation=features.std(axis=0))


def predict_one(path, row):
    model, mean, deviation = loaded(path)
    return float(model.predict(((row - mean) / deviation)[None], verbose=0)[0, 0])
