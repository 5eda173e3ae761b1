# fails: test_another_program
# diagnosis: LOST.old_path
import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    np.savez(path + ".npz", mean=mean, deviation=deviation, model=path)


def predict_one(path, row):
    figures = np.load(path + ".npz")
    model = keras.models.load_model(str(figures["model"]))
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
