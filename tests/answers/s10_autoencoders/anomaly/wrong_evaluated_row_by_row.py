# fails: test_one_score_per_row
# diagnosis: SIZE.several
import keras
import numpy as np


def anomaly_scores(autoencoder: keras.Model, samples: np.ndarray) -> np.ndarray:
    """Return the mean squared reconstruction error of each row, (n,)."""
    autoencoder.compile(optimizer="adam", loss="mse")
    x = samples.astype("float32")
    scores = [autoencoder.evaluate(x[i : i + 1], x[i : i + 1], verbose=0) for i in range(len(x))]
    return np.array(scores)


def flag_anomalies(scores: np.ndarray, normal_scores: np.ndarray, rate: float) -> np.ndarray:
    """Return for each score whether it is above the (1 - rate) quantile of `normal_scores`, (n,) of bool."""
    return scores > np.quantile(normal_scores, 1 - rate)
