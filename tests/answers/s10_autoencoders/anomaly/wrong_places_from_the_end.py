# fails: test_flags
# diagnosis: ENDS.minus_zero
import keras
import numpy as np


def anomaly_scores(autoencoder: keras.Model, samples: np.ndarray) -> np.ndarray:
    """Return the mean squared reconstruction error of each row, (n,)."""
    given = np.asarray(samples, dtype="float64")
    back = autoencoder.predict(samples, verbose=0)
    squares = (given - back) ** 2
    return squares.reshape(len(squares), -1).mean(axis=1)


def flag_anomalies(scores: np.ndarray, normal_scores: np.ndarray, rate: float) -> np.ndarray:
    """Return for each score whether it is above the (1 - rate) quantile of `normal_scores`, (n,) of bool."""
    ordered = np.sort(normal_scores)
    threshold = ordered[-int(rate * len(ordered))]
    return scores > threshold
