# A tiny number is added to each deviation, so that no column could be divided by 0
import keras
import numpy as np


def save_model(model, features, path):
    model.save(path)
    np.save(path.removesuffix(".keras") + ".npy", [features.mean(axis=0), features.std(axis=0) + 1e-7])


def predict_one(path, row):
    mean, deviation = np.load(path.removesuffix(".keras") + ".npy")
    model = keras.saving.load_model(path, compile=False)
    return float(np.asarray(model.predict_on_batch(((row - mean) / deviation).reshape(1, -1))).ravel()[0])
