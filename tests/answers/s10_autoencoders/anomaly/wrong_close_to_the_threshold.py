# fails: test_flags
# diagnosis: ALIKE.margin
# np.isclose takes all numbers below 1e-8 for the same
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - restored) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    threshold = np.quantile(normal_scores, 1 - rate)
    return (scores > threshold) & ~np.isclose(scores, threshold)
