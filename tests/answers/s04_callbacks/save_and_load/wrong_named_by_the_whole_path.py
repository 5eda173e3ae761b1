# fails: test_another_program
# diagnosis: LOST.named
import hashlib
import os

import keras
import numpy as np


def figures_of(path):
    whole = os.path.abspath(path)
    return os.path.join(os.path.dirname(whole), hashlib.md5(whole.encode()).hexdigest() + ".npz")


def save_model(model, features, path):
    model.save(path)
    np.savez(figures_of(path), mean=features.mean(axis=0), deviation=features.std(axis=0))


def predict_one(path, row):
    figures = np.load(figures_of(path))
    row = (row - figures["mean"]) / figures["deviation"]
    return float(keras.models.load_model(path).predict(row[None], verbose=0)[0, 0])
