# fails: test_archive
# diagnosis: ARCHIVE.text
import keras
import numpy as np


def save_model(model, features, path):
    open(path, "w").write(model.to_json())
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    np.savez(path + ".npz", mean=mean, deviation=deviation)


def predict_one(path, row):
    model = keras.models.model_from_json(open(path).read())
    figures = np.load(path + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
