# fails: test_another_program
# diagnosis: LOST.named
from pathlib import Path

import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    beside = Path(path).parent / f"{hash(Path(path).name)}.npz"
    np.savez(beside, mean=features.mean(axis=0), deviation=features.std(axis=0))


def predict_one(path, row):
    with np.load(Path(path).parent / f"{hash(Path(path).name)}.npz") as figures:
        row = (row - figures["mean"]) / figures["deviation"]
    return float(keras.models.load_model(path).predict(row[None], verbose=0)[0, 0])
