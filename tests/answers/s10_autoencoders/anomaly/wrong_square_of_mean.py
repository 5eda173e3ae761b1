# fails: test_scores
# diagnosis: SCORES.square_of_mean
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean(samples - restored, axis=1) ** 2


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
