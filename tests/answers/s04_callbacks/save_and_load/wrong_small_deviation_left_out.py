# fails: test_several_models
# diagnosis: SEVERAL.guarded
import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    deviation = features.std(axis=0)
    deviation[deviation < 0.1] = 1.0
    np.savez(path + ".npz", mean=features.mean(axis=0), deviation=deviation)


def predict_one(path, row):
    figures = np.load(path + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(keras.models.load_model(path).predict(row[None], verbose=0)[0, 0])
