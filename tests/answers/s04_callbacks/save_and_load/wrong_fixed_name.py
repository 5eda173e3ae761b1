# fails: test_archive
# diagnosis: ARCHIVE.elsewhere
import keras
import numpy as np


def save_model(model, features, path):
    model.save("model.keras")
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    np.savez(path + ".npz", mean=mean, deviation=deviation)


def predict_one(path, row):
    model = keras.models.load_model("model.keras")
    figures = np.load(path + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
