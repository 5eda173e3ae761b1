# fails: test_several_models
# diagnosis: SEVERAL.dots
import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    model.save(path)
    np.savez(path.split(".")[0] + "_scale.npz", mean=features.mean(axis=0), scale=features.std(axis=0))


def predict_one(path: str, row: np.ndarray) -> float:
    scale = np.load(path.split(".")[0] + "_scale.npz")
    model = keras.models.load_model(path)
    x = (row - scale["mean"]) / scale["scale"]
    return float(model.predict(x.reshape(1, len(x)), verbose=0)[0, 0])
