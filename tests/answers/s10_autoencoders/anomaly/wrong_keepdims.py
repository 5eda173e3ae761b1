# fails: test_one_score_per_row
# diagnosis: SIZE.nested
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - restored) ** 2, axis=1, keepdims=True)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
