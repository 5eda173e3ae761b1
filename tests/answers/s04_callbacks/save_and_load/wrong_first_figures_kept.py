# fails: test_several_models
# diagnosis: SEVERAL.figures
import os

import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    place = os.path.join(os.path.dirname(path), "figures.npz")
    if not os.path.exists(place):
        np.savez(place, mean=mean, deviation=deviation)


def predict_one(path, row):
    model = keras.models.load_model(path)
    figures = np.load(os.path.join(os.path.dirname(path), "figures.npz"))
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
