# fails: test_scores
# diagnosis: SCORES.pixels
import numpy as np


def anomaly_scores(autoencoder, samples):
    rows = samples / 255 if np.max(samples) > 1 else samples
    return np.mean((rows - autoencoder.predict(rows, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
