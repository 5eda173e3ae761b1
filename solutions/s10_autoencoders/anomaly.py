"""Find what does not belong: rows that an autoencoder cannot give back well.

`anomaly_scores` gives each row of `samples` one number: the mean, over the numbers of the row, of the squared
differences between the row and what the trained autoencoder makes of it. `flag_anomalies` says True or False for each
of `scores`: True where the score is above the threshold. The threshold is the (1 - rate) quantile of `normal_scores`,
the scores of rows known to be normal, by any of np.quantile's methods, so that about `rate` of the normal rows raise a
false alarm; `rate` may be anything from 0 to 1. The autoencoder may be any Keras model, and the rows may hold any
numbers, whole ones too. Nothing is rounded, and all arguments stay as they are.

Read: kata book anomaly
"""

import keras
import numpy as np


def anomaly_scores(autoencoder: keras.Model, samples: np.ndarray) -> np.ndarray:
    """Return the mean squared reconstruction error of each row, (n,)."""
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - restored) ** 2, axis=1)


def flag_anomalies(scores: np.ndarray, normal_scores: np.ndarray, rate: float) -> np.ndarray:
    """Return for each score whether it is above the (1 - rate) quantile of `normal_scores`, (n,) of bool."""
    return scores > np.quantile(normal_scores, 1 - rate)
