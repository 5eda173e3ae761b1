# fails: test_flags
# diagnosis: FINE.rounded
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.percentile(normal_scores, round(100 * (1 - rate)))
