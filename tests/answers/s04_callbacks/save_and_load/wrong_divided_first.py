# fails: test_answer
# diagnosis: ANSWER.order
import keras
import numpy as np


def save_model(model: keras.Model, features: np.ndarray, path: str) -> None:
    """Save the model at `path`, and with it the mean and the deviation of the features."""
    model.save(path)
    np.save(path + ".mean.npy", features.mean(axis=0))
    np.save(path + ".deviation.npy", features.std(axis=0))


def predict_one(path: str, row: np.ndarray) -> float:
    """Return what the model that was saved at `path` answers to one row."""
    model = keras.models.load_model(path)
    mean = np.load(path + ".mean.npy")
    deviation = np.load(path + ".deviation.npy")
    standardized = row / deviation - mean
    return float(model.predict(standardized[np.newaxis], verbose=0)[0, 0])
