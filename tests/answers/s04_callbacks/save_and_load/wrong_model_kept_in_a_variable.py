# fails: test_another_program
# diagnosis: LOST.variable
import numpy as np

MODELS = {}


def save_model(model, features, path):
    model.save(path)
    MODELS[path] = model
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    np.savez(path + ".npz", mean=mean, deviation=deviation)


def predict_one(path, row):
    model = MODELS[path]
    figures = np.load(path + ".npz")
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
