# fails: test_archive
# diagnosis: WEIGHTS.other
import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    weights = model.get_weights()
    kernel = weights[0] / deviation[:, np.newaxis]
    weights[1] = weights[1] - mean @ kernel
    weights[0] = kernel
    copy = keras.models.clone_model(model)
    copy.set_weights(weights)
    copy.save(path)


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    model = keras.models.load_model(path)
    return float(model.predict(row[np.newaxis, :], verbose=0)[0, 0])
