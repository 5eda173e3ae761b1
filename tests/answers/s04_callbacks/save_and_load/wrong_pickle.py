# fails: test_archive
# diagnosis: ARCHIVE.format
import pickle

import keras
import numpy as np


def save_model(model, features, path):
    with open(path, "wb") as file:
        pickle.dump((model.get_config(), model.get_weights()), file)
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    np.savez(path + ".npz", mean=mean, deviation=deviation)


def predict_one(path, row):
    with open(path, "rb") as file:
        config, weights = pickle.load(file)
    model = keras.Sequential.from_config(config)
    model.set_weights(weights)
    figures = np.load(path + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
