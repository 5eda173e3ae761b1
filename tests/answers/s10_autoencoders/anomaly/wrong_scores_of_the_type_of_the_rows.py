# fails: test_scores
# diagnosis: SCORES.kept_whole
import numpy as np


def anomaly_scores(autoencoder, samples):
    gaps = np.empty_like(samples)
    gaps[:] = samples - autoencoder.predict(samples, verbose=0)
    return np.mean(gaps**2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
