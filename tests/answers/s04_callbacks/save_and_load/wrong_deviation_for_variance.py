# fails: test_answer
# diagnosis: ANSWER.root
import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    scale = keras.layers.Normalization(mean=features.mean(axis=0).tolist(), variance=features.std(axis=0).tolist())
    whole = keras.Sequential([keras.Input(shape=(features.shape[1],)), scale, model])
    whole.save(path)


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    whole = keras.models.load_model(path)
    return float(whole.predict(row[None], verbose=0)[0, 0])
