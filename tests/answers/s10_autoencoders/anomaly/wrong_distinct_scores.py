# fails: test_flags
# diagnosis: TIES.distinct
# Scores that occur often count once.
import keras
import numpy as np


def anomaly_scores(autoencoder: keras.Model, samples: np.ndarray) -> np.ndarray:
    """Return the mean squared reconstruction error of each row, (n,)."""
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean(np.square(samples - restored), axis=1)


def flag_anomalies(scores: np.ndarray, normal_scores: np.ndarray, rate: float) -> np.ndarray:
    """Return for each score whether it is above the (1 - rate) quantile of `normal_scores`, (n,) of bool."""
    threshold = np.quantile(np.unique(normal_scores), 1 - rate)
    return scores > threshold
