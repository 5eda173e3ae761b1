# fails: test_scores
# diagnosis: SCORES.otherwise
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.random.default_rng(0).random(len(samples))


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
