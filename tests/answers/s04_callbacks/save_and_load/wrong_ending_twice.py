# fails: test_archive
# diagnosis: ARCHIVE.ending
import keras
import numpy as np


def save_model(model, features, path):
    model.save(path + ".keras")
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    np.savez(path + ".npz", mean=mean, deviation=deviation)


def predict_one(path, row):
    model = keras.models.load_model(path + ".keras")
    figures = np.load(path + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
