# fails: test_scores
# diagnosis: SCORES.scaled
import numpy as np


def anomaly_scores(autoencoder, samples):
    samples = samples / max(samples.max(), 1)
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
