# fails: test_flags
# diagnosis: FINE.cut
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > int(1000 * np.quantile(normal_scores, 1 - rate)) / 1000
