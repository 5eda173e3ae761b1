# fails: test_answer
# diagnosis: ANSWER.classed
import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    model.save(path)
    with open(path + ".stats", "wb") as file:
        np.save(file, features.mean(axis=0))
        np.save(file, features.std(axis=0))


def predict_one(path: str, row: np.ndarray) -> float:
    with open(path + ".stats", "rb") as file:
        mean = np.load(file)
        deviation = np.load(file)
    model = keras.models.load_model(path)
    probability = model.predict(((row - mean) / deviation)[np.newaxis], verbose=0)[0, 0]
    return float(probability > 0.5)
