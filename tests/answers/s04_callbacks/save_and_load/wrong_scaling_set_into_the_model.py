# fails: test_archive
# diagnosis: WEIGHTS.changed
import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    mean, std = features.mean(axis=0), features.std(axis=0)
    first = next(layer for layer in model.layers if layer.get_weights())
    kernel, bias = first.get_weights()
    first.set_weights([kernel / std[:, None], bias - (mean / std) @ kernel])
    model.save(path)


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    model = keras.models.load_model(path)
    return float(model.predict(row[None], verbose=0)[0, 0])
