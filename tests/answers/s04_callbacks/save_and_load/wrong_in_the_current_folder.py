# fails: test_another_program
# diagnosis: LOST.current
import os

import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    np.savez(os.path.basename(path) + ".npz", mean=features.mean(axis=0), deviation=features.std(axis=0))


def predict_one(path, row):
    model = keras.models.load_model(path)
    figures = np.load(os.path.basename(path) + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
