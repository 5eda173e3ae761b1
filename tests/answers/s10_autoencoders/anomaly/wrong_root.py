# fails: test_scores
# diagnosis: SCORES.root
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.sqrt(np.mean((samples - restored) ** 2, axis=1))


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
